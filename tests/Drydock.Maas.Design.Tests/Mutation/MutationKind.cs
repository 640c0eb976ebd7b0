namespace Drydock.Maas.Design.Tests.Mutation;

/// <summary>How a value is spoilt.</summary>
internal enum MutationKind
{
    Remove,
    Nothing,
    Mapping,
    List,
    Text,
    Number,
    Reference,
}
