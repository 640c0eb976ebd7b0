using System.Management.Automation;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Input;

/// <summary>
/// Takes nodes that a design made, and refuses whatever only looks like one: a row, a hashtable, a Select-Object, an object of another
/// session or a name has no design, so nothing about it could be validated.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NodeOfDesignAttribute : ArgumentTransformationAttribute
{
    /// <summary>The nodes as they are; what is no node is refused, a step's result is left to its property Node.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (PlainObject.Unwrap(inputData) is DrydockStepResult)
            return inputData;
        foreach (var item in PlainObject.Enumerate(inputData))
        {
            if (item is not DrydockNode node)
                throw new ArgumentTransformationMetadataException(Refusal(item));
            if (ReferenceEquals(node.Site, SiteDesign.Empty))
                throw new ArgumentTransformationMetadataException(Refusal(node));
        }

        return inputData;
    }

    private static string Refusal(object? item)
    {
        if (item is SiteDesign)
            return "That is a whole design. Select nodes of it and pipe them: $site | Get-DrydockNode.";
        var name = PlainObject.FindText(item, "Name", "Target", "Hostname");
        var what = name is null ? $"A {PlainObject.DescribeType(item)}" : $"\"{name}\", a {PlainObject.DescribeType(item)},";
        var select = name is null ? "$site | Get-DrydockNode" : $"$site | Get-DrydockNode -Name {name}";
        return $"{what} is no node of a design, so there is nothing to do it by. Pipe the node itself: {select}.";
    }
}
