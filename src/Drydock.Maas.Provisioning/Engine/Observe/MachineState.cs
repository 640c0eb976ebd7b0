using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>Questions to a machine's status and owner, and the refusals where one does not allow a step.</summary>
internal static class MachineState
{
    /// <summary>Whether the hardware is not known yet, or not known to be sound.</summary>
    public static bool IsUncommissioned(Machine machine) =>
        machine.KnownStatus is MachineStatus.New or MachineStatus.Commissioning or MachineStatus.Testing;

    /// <summary>Whether the machine is at something that MAAS can break off and a step waits for.</summary>
    public static bool IsAtWork(Machine machine) =>
        StatusRule.Commission.Judge(machine.KnownStatus) == StatusMeaning.UnderWay || StatusRule.Deploy.Judge(machine.KnownStatus) == StatusMeaning.UnderWay;

    /// <summary>Whether its disks are not known yet.</summary>
    public static bool IsUnexplored(Machine machine) => machine.KnownStatus is MachineStatus.New or MachineStatus.Commissioning;

    /// <summary>Whether a system is on the machine, or on its way there.</summary>
    public static bool IsDeployed(Machine machine) =>
        StatusRule.Deploy.Judge(machine.KnownStatus) is StatusMeaning.Done or StatusMeaning.UnderWay;

    /// <summary>Whether the machine is being released.</summary>
    public static bool IsReleasing(Machine machine) => StatusRule.Release.Judge(machine.KnownStatus) == StatusMeaning.UnderWay;

    /// <summary>Whether the last release ended half-way.</summary>
    public static bool HasFailedToRelease(Machine machine) => machine.KnownStatus is { } status && HasFailedToRelease(status);

    /// <inheritdoc cref="HasFailedToRelease(Machine)"/>
    public static bool HasFailedToRelease(MachineStatus status) => status is MachineStatus.ReleasingFailed or MachineStatus.FailedDiskErasing;

    /// <summary>Whether nothing further happens by itself; a status that a later MAAS may have tells that by its name.</summary>
    public static bool HasFailed(Machine machine) =>
        machine.StatusName.StartsWith("Failed", StringComparison.Ordinal)
        || machine.StatusName.EndsWith("failed", StringComparison.Ordinal)
        || machine.KnownStatus is MachineStatus.Broken or MachineStatus.Missing or MachineStatus.Retired;

    /// <summary>Whether a machine that was at a step has ended elsewhere, or was taken to something else.</summary>
    public static bool HasLeft(Machine machine, StatusRule step) => HasFailed(machine)
        || step.Judge(machine.KnownStatus) is not (StatusMeaning.UnderWay or StatusMeaning.Done or StatusMeaning.Unknown);

    /// <summary>Whether the machine is in rescue mode, or on its way there or back.</summary>
    public static bool IsInRescue(Machine machine) => machine.KnownStatus?.IsRescue() == true;

    /// <summary>
    /// Whether a deployed system is on a machine whose status does not say so: its tests run or failed, or somebody marked it broken.
    /// </summary>
    public static bool HoldsSystem(Machine machine) => machine is
    {
        Owner.Length: > 0, DistroSeries.Length: > 0, KnownStatus: MachineStatus.Testing or MachineStatus.FailedTesting or MachineStatus.Broken
    };

    /// <summary>Whether somebody else has the machine for work of his own; commissioning alone is nobody's.</summary>
    public static bool IsUsedByOther(Machine machine, string user) =>
        machine.Owner is { Length: > 0 } owner && owner != user
        && (HoldsSystem(machine) || IsInRescue(machine) || IsDeployed(machine) || IsReleasing(machine) || HasFailedToRelease(machine)
            || machine.KnownStatus is MachineStatus.Allocated or MachineStatus.Reserved or MachineStatus.FailedDeployment);

    public static NodeException Wrong(Machine machine, string step, string advice) => new(
        ErrorIds.WrongMachineState,
        $"Machine {machine} ({machine.SystemId}) is {machine.StatusName}: {step} is not possible. {advice}");

    /// <summary>The refusal of what needs a machine whose hardware is known and tested.</summary>
    public static NodeException NotCommissioned(Machine machine, string step) => Wrong(
        machine,
        step,
        IsAtWork(machine)
            ? $"Invoke-MaasCommission waits for its end; Stop-MaasOperation {machine.Hostname} breaks it off."
            : "Commission it first (Invoke-MaasCommission).");

    public static NodeException InUse(Machine machine, string step) => Wrong(
        machine,
        step,
        $"{machine.DistroSeries} of {machine.Owner} is still on it. Let its tests end, or override or mark it fixed in MAAS; then release it.");

    /// <summary>The refusal of changes to a machine that somebody else has.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="user">The connected user.</param>
    /// <param name="step">What is refused.</param>
    /// <param name="changes">What would be changed.</param>
    public static NodeException UsedByOther(Machine machine, string user, string step, IReadOnlyList<PlannedChange> changes) => Wrong(
        machine,
        step,
        $"It belongs to {machine.Owner}, not to {user}, and would be changed: {changes[0]}{(changes.Count > 1 ? $" and {changes.Count - 1} more" : "")}. "
        + $"Ask {machine.Owner} to release it, or correct the design if the node is another machine.");

    /// <summary>The refusal of a release that another step needs first, of a machine that somebody else has.</summary>
    public static NodeException NotOursToRelease(Machine machine, string user) =>
        Wrong(machine, "release", $"It belongs to {machine.Owner}, not to {user}: ask {machine.Owner} to release it.");
}
