using System.Management.Automation;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Input;

/// <summary>A tag as a person names it: its name, an object of Get-MaasTag, or such an object that was serialised.</summary>
public sealed class TagReference
{
    internal TagReference(object source, string name)
    {
        Source = source;
        Name = name;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    internal InputOrigin Origin { get; init; } = InputOrigin.None;

    /// <summary>What the person gave.</summary>
    internal object Source { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>Takes tags by name, as objects of Get-MaasTag, or as rows with a Name; other objects with a Name are not tags.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TagInputAttribute : ArgumentTransformationAttribute
{
    /// <summary>References to the tags.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => PlainObject.Unwrap(inputData) switch
    {
        null => null,
        string or Tag or TagReference => MakeReference(PlainObject.Unwrap(inputData)),
        _ => PlainObject.Enumerate(inputData).Select(MakeReference).ToArray() is [var only] ? only : PlainObject.Enumerate(inputData).Select(MakeReference).ToArray(),
    };

    private static TagReference MakeReference(object? item)
    {
        switch (item)
        {
            case TagReference reference:
                return reference;
            case Tag tag:
                return new(tag, tag.Name) { Origin = InputOrigin.FromObject(tag) };
            case string or PSObject or System.Collections.IDictionary when !IsOtherKind(item) && PlainObject.FindText(item, "Name") is { } name:
                return new(item, name) { Origin = InputOrigin.FromRow(item) };
            default:
                throw new ArgumentTransformationMetadataException(
                    $"A {PlainObject.DescribeType(item)} is no tag. Give names of tags, or tags as Get-MaasTag writes them.");
        }
    }

    private static bool IsOtherKind(object item) => item is PSObject row
        && row.TypeNames[0] is var name && name.Contains("Drydock.", StringComparison.Ordinal) && !name.EndsWith(typeof(Tag).FullName!, StringComparison.Ordinal);
}
