using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>Collects the types of an assembly that signatures, attributes and tokens name.</summary>
internal sealed class UsedTypes(MetadataReader reader)
    : ISignatureTypeProvider<EntityHandle, object?>, ICustomAttributeTypeProvider<EntityHandle>
{
    private static readonly EntityHandle Elsewhere = default(TypeReferenceHandle);

    public HashSet<TypeDefinitionHandle> Definitions { get; } = [];

    public void Add(EntityHandle handle)
    {
        if (handle.IsNil)
            return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Definitions.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                break;
            case HandleKind.FieldDefinition:
                Add(reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                Add(reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var method = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(method.Method);
                method.DecodeSignature(this, null);
                break;
            case HandleKind.MemberReference:
                AddMember(reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
        }
    }

    public void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(p => reader.GetGenericParameter(p).GetConstraints()))
            Add(reader.GetGenericParameterConstraint(constraint).Type);
    }

    public void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes.Select(reader.GetCustomAttribute))
        {
            Add(attribute.Constructor);
            attribute.DecodeValue(this);
        }
    }

    private void AddMember(MemberReference member)
    {
        Add(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Method)
            member.DecodeMethodSignature(this, null);
        else
            member.DecodeFieldSignature(this, null);
    }

    public EntityHandle GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        Definitions.Add(handle);
        return handle;
    }

    public EntityHandle GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
    {
        Add(handle);
        return Elsewhere;
    }

    /// <summary>An attribute names a type of its own assembly without the assembly's name.</summary>
    public EntityHandle GetTypeFromSerializedName(string name)
    {
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ($"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}" == name)
                return GetTypeFromDefinition(reader, handle, 0);
        }

        return Elsewhere;
    }

    public EntityHandle GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => handle;

    public bool IsSystemType(EntityHandle type) =>
        type.Kind == HandleKind.TypeReference && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name) == nameof(Type);

    // Any other enumeration in an attribute would make its values unreadable, which is an exception here.
    public PrimitiveTypeCode GetUnderlyingEnumType(EntityHandle type) => PrimitiveTypeCode.Int32;

    public EntityHandle GetSystemType() => Elsewhere;

    public EntityHandle GetArrayType(EntityHandle elementType, ArrayShape shape) => Elsewhere;

    public EntityHandle GetByReferenceType(EntityHandle elementType) => Elsewhere;

    public EntityHandle GetFunctionPointerType(MethodSignature<EntityHandle> signature) => Elsewhere;

    public EntityHandle GetGenericInstantiation(EntityHandle genericType, ImmutableArray<EntityHandle> typeArguments) => Elsewhere;

    public EntityHandle GetGenericMethodParameter(object? genericContext, int index) => Elsewhere;

    public EntityHandle GetGenericTypeParameter(object? genericContext, int index) => Elsewhere;

    public EntityHandle GetModifiedType(EntityHandle modifier, EntityHandle unmodifiedType, bool isRequired) => unmodifiedType;

    public EntityHandle GetPinnedType(EntityHandle elementType) => Elsewhere;

    public EntityHandle GetPointerType(EntityHandle elementType) => Elsewhere;

    public EntityHandle GetPrimitiveType(PrimitiveTypeCode typeCode) => Elsewhere;

    public EntityHandle GetSZArrayType(EntityHandle elementType) => Elsewhere;
}
