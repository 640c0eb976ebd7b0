namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Sizes of a design that have to be sizes.</summary>
internal static class DesignSize
{
    /// <summary>Reads a size; the owner is named in the error.</summary>
    public static StorageSize Read(string? text, string owner) =>
        StorageSize.Parse(text) is { IsNegative: false, Percent: null or <= 100 } size
            ? size
            : throw new NodeException(ErrorIds.InvalidSize, $"The size \"{text}\" of {owner} cannot be read. {StorageSize.Grammar}");
}
