using System.Collections;
using System.Management.Automation;

namespace Drydock.Maas.Commands.Input;

/// <summary>Takes objects as a command wrote them, and refuses rows and hashtables, of which PowerShell would make new ones.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LiveObjectAttribute(string command) : ArgumentTransformationAttribute
{
    /// <summary>The command that writes such objects.</summary>
    public string Command => command;

    /// <summary>The objects as they are.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (PlainObject.Enumerate(inputData).FirstOrDefault(item => item is IDictionary or PSObject) is { } row)
        {
            throw new ArgumentTransformationMetadataException(
                $"A {PlainObject.DescribeType(row)} is not taken here. Give what {Command} writes.");
        }

        return inputData;
    }
}
