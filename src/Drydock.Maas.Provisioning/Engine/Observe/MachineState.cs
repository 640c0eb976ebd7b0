using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>Statuses of machines in MAAS's words, and what to say when a step cannot be done in one.</summary>
internal static class MachineState
{
    public const string New = "New";
    public const string Commissioning = "Commissioning";
    public const string Testing = "Testing";
    public const string Ready = "Ready";
    public const string Allocated = "Allocated";
    public const string Deploying = "Deploying";
    public const string Deployed = "Deployed";
    public const string Broken = "Broken";
    public const string FailedCommissioning = "Failed commissioning";
    public const string FailedTesting = "Failed testing";
    public const string FailedDeployment = "Failed deployment";
    public const string Releasing = "Releasing";
    public const string ReleasingFailed = "Releasing failed";
    public const string DiskErasing = "Disk erasing";
    public const string FailedDiskErasing = "Failed disk erasing";
    public const string RescueMode = "Rescue mode";

    /// <summary>Whether the last release ended half-way.</summary>
    public static bool HasFailedToRelease(Machine machine) => machine.StatusName is ReleasingFailed or FailedDiskErasing;

    public static NodeException Wrong(Machine machine, string step, string advice) => new(
        NodeErrorIds.WrongMachineState,
        $"Machine {machine} ({machine.SystemId}) is {machine.StatusName}: {step} is not possible. {advice}");

    /// <summary>The refusal of what needs a machine whose hardware is known and tested.</summary>
    public static NodeException NotCommissioned(Machine machine, string step) => Wrong(
        machine,
        step,
        IsAtWork(machine)
            ? $"Invoke-MaasCommission waits for its end; Stop-MaasOperation {machine.Hostname} breaks it off."
            : "Commission it first (Invoke-MaasCommission).");

    /// <summary>Whether the machine is at something that MAAS can break off and a step waits for.</summary>
    public static bool IsAtWork(Machine machine) => machine.StatusName is Commissioning or Testing or Deploying;

    public static bool IsInRescue(Machine machine) => machine.StatusName.EndsWith("rescue mode", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a deployed system is on a machine whose status does not say so: its tests run or failed, or somebody marked it broken.
    /// </summary>
    public static bool HoldsSystem(Machine machine) =>
        machine is { Owner.Length: > 0, DistroSeries.Length: > 0, StatusName: Testing or FailedTesting or Broken };

    /// <summary>Whether somebody else has the machine for work of his own; commissioning alone is nobody's.</summary>
    public static bool IsUsedByOther(Machine machine, string user) =>
        machine.Owner is { Length: > 0 } owner && owner != user
        && (HoldsSystem(machine) || IsInRescue(machine) || machine.StatusName is Allocated or "Reserved" or Deploying or Deployed
            or FailedDeployment or Releasing or ReleasingFailed or DiskErasing or FailedDiskErasing);

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

    public static NodeException Locked(Machine machine) =>
        new(NodeErrorIds.MachineLocked, $"Machine {machine} ({machine.SystemId}) is locked in MAAS. Unlock it first if it may be changed: Unlock-MaasMachine.");
}
