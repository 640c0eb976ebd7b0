using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>
/// Reads from a built assembly which of its types use which, in signatures, attributes, local variables and the tokens of the code.
/// Constants leave no trace in an assembly, and neither does nameof.
/// </summary>
internal sealed class AssemblyUses : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReader _reader;

    public AssemblyUses(string path)
    {
        _image = new PEReader(File.OpenRead(path));
        _reader = _image.GetMetadataReader();
    }

    public void Dispose() => _image.Dispose();

    /// <summary>Uses among types whose namespace begins with <paramref name="root"/>: what compilers add lies elsewhere.</summary>
    public IReadOnlyList<TypeUse> Read(string root) =>
    [
        .. from handle in _reader.TypeDefinitions
           let user = GetName(handle, root)
           where user is not null
           from used in FindUsed(_reader.GetTypeDefinition(handle))
           let name = GetName(used, root)
           where name is not null && name != user
           select new TypeUse(user, name),
    ];

    private NamedType? GetName(TypeDefinitionHandle handle, string root)
    {
        var type = _reader.GetTypeDefinition(handle);
        if (type.GetDeclaringType() is { IsNil: false } declaring)
            return GetName(declaring, root);
        var space = _reader.GetString(type.Namespace);
        var folder = space == root ? "(root)" : space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..] : null;
        return folder is null ? null : new NamedType(folder, _reader.GetString(type.Name));
    }

    private HashSet<TypeDefinitionHandle> FindUsed(TypeDefinition type)
    {
        var used = new UsedTypes(_reader);
        used.Add(type.BaseType);
        foreach (var implementation in type.GetInterfaceImplementations())
            used.Add(_reader.GetInterfaceImplementation(implementation).Interface);
        used.AddAttributes(type.GetCustomAttributes());
        used.AddConstraints(type.GetGenericParameters());
        foreach (var field in type.GetFields().Select(_reader.GetFieldDefinition))
        {
            field.DecodeSignature(used, null);
            used.AddAttributes(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(_reader.GetPropertyDefinition))
            used.AddAttributes(property.GetCustomAttributes());
        foreach (var method in type.GetMethods().Select(_reader.GetMethodDefinition))
            AddMethod(used, method);
        return used.Definitions;
    }

    private void AddMethod(UsedTypes used, MethodDefinition method)
    {
        method.DecodeSignature(used, null);
        used.AddAttributes(method.GetCustomAttributes());
        used.AddConstraints(method.GetGenericParameters());
        foreach (var parameter in method.GetParameters())
            used.AddAttributes(_reader.GetParameter(parameter).GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0)
            return;
        var body = _image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
            _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(used, null);
        foreach (var region in body.ExceptionRegions)
            used.Add(region.CatchType);
        foreach (var token in CodeTokens.Read(body.GetILContent()))
            used.Add(MetadataTokens.EntityHandle(token));
    }
}
