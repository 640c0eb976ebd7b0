using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>Reads from a built assembly which methods it has or calls, by type, name and number of parameters.</summary>
internal sealed class CalledMethods : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReader _reader;
    private readonly UsedTypes _types;

    public CalledMethods(string path)
    {
        _image = new PEReader(File.OpenRead(path));
        _reader = _image.GetMetadataReader();
        _types = new UsedTypes(_reader);
    }

    public void Dispose() => _image.Dispose();

    /// <summary>Methods that interfaces of a namespace declare; reading a property or listening to an event is none.</summary>
    public IReadOnlyList<MethodName> ReadDeclared(string space) =>
    [
        .. from handle in _reader.TypeDefinitions
           let type = _reader.GetTypeDefinition(handle)
           where type.Attributes.HasFlag(System.Reflection.TypeAttributes.Interface) && _reader.GetString(type.Namespace) == space
           from method in type.GetMethods()
           where !_reader.GetMethodDefinition(method).Attributes.HasFlag(System.Reflection.MethodAttributes.SpecialName)
           select GetName(method),
    ];

    /// <summary>What reads the properties of a type.</summary>
    public IReadOnlyList<string> ReadGetters(string type) =>
    [
        .. from handle in _reader.TypeDefinitions
           let definition = _reader.GetTypeDefinition(handle)
           where _reader.GetString(definition.Name) == type
           from method in definition.GetMethods()
           let name = _reader.GetString(_reader.GetMethodDefinition(method).Name)
           where name.StartsWith("get_", StringComparison.Ordinal)
           select name,
    ];

    /// <summary>Methods that the assembly's code calls or makes a delegate of.</summary>
    public IEnumerable<MethodName> ReadCalled() =>
        from handle in _reader.MethodDefinitions
        let method = _reader.GetMethodDefinition(handle)
        where method.RelativeVirtualAddress != 0
        from token in CodeTokens.Read(_image.GetMethodBody(method.RelativeVirtualAddress).GetILContent())
        let called = FindName(MetadataTokens.EntityHandle(token))
        where called is not null
        select called;

    private MethodName? FindName(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.MethodDefinition => GetName((MethodDefinitionHandle)handle),
        HandleKind.MemberReference => FindName(_reader.GetMemberReference((MemberReferenceHandle)handle)),
        HandleKind.MethodSpecification => FindName(_reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method),
        _ => null,
    };

    private MethodName GetName(MethodDefinitionHandle handle)
    {
        var method = _reader.GetMethodDefinition(handle);
        var type = _reader.GetTypeDefinition(method.GetDeclaringType());
        return new(_reader.GetString(type.Name), _reader.GetString(method.Name), method.DecodeSignature(_types, null).ParameterTypes.Length);
    }

    private MethodName? FindName(MemberReference member) =>
        member.GetKind() == MemberReferenceKind.Method && member.Parent.Kind == HandleKind.TypeReference
            ? new(
                _reader.GetString(_reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name),
                _reader.GetString(member.Name),
                member.DecodeMethodSignature(_types, null).ParameterTypes.Length)
            : null;
}
