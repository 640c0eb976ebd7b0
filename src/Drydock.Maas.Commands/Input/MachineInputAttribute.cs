using System.Collections;
using System.Management.Automation;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Input;

/// <summary>
/// Takes machines in any form: objects of Get-MaasMachine, host names, and rows that name them by SystemId (system_id), Hostname or Fqdn,
/// be they of a CSV, a hashtable, a selection, Invoke-MaasApi, a file or another session. The property Name means something else in most
/// objects and names no machine.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MachineInputAttribute : ArgumentTransformationAttribute
{
    /// <summary>References to the machines; what cannot name one is refused.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        PlainObject.Unwrap(inputData) is null ? null : PlainObject.Enumerate(inputData).Select(MakeReference).ToArray();

    private static MachineReference MakeReference(object? item) => item switch
    {
        MachineReference reference => reference,
        Machine machine => new(machine)
        {
            Machine = machine.Origin is null ? null : machine,
            SystemId = machine.SystemId.Length > 0 ? machine.SystemId : null,
            Hostname = machine.Hostname.Length > 0 ? machine.Hostname : null,
            Origin = InputOrigin.FromObject(machine),
        },
        string name => new(name) { Hostname = PlainObject.FindText(name) },
        IDictionary => ReadRow(item),
        PSObject row when !IsOtherKind(row) => ReadRow(row),
        _ => throw new ArgumentTransformationMetadataException(
            $"A {PlainObject.DescribeType(item)} is no machine. Give machines as Get-MaasMachine writes them, host names, or rows with a "
                + "property SystemId or Hostname."),
    };

    private static MachineReference ReadRow(object row)
    {
        try
        {
            return new(row)
            {
                SystemId = PlainObject.FindText(row, "SystemId", "system_id"),
                Hostname = PlainObject.FindText(row, "Hostname", "Fqdn"),
                Origin = InputOrigin.FromRow(row),
            };
        }
        catch (MaasException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }

    // An interface, say, that was serialised has the SystemId of its machine, and is none for that.
    private static bool IsOtherKind(PSObject row) =>
        row.TypeNames[0] is var name && name.StartsWith("Deserialized.Drydock.", StringComparison.Ordinal)
            && name != $"Deserialized.{typeof(Machine).FullName}";
}
