using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>Decides from a machine's status whether it has to be given back.</summary>
internal static class ReleasePlanner
{
    /// <summary>Plans the release; empty for a machine that nobody has, or that is being released.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="options">How its disks are erased, what is protected.</param>
    /// <param name="user">The connected user: the machine of somebody else is not ours to give back.</param>
    /// <param name="mayFail">Whether what follows is done although MAAS fails at it.</param>
    public static Plan Plan(Machine machine, ReleaseStepOptions options, string user, bool mayFail = false)
    {
        switch (StatusRule.Release.Judge(machine.KnownStatus))
        {
            case StatusMeaning.Needed when machine is not { KnownStatus: MachineStatus.Broken, Owner: null or "" }:
                Require(machine, options, user);
                return new(new ReleaseMachine(machine, MakeRequest(machine, options)) { MayFail = mayFail })
                {
                    Messages = IsErasedAgain(machine, options)
                        ? [$"The erasing of machine {machine}'s disks was ordered and failed; it is done again. -NoErase if it need not be."] : [],
                };
            case StatusMeaning.UnderWay:
                return DoNothing($"Machine {machine} is {machine.StatusName} already; waiting for it."
                    + (IsErasing(options) ? " Who released it decided whether it erases its disks." : ""));
            case StatusMeaning.Impossible:
                throw MachineState.Wrong(machine, "release", "Take it out of rescue mode in MAAS first.");
            case StatusMeaning.Done when MachineState.HoldsSystem(machine):
                throw MachineState.InUse(machine, "release");
            default:
                return DoNothing($"Machine {machine} is {machine.StatusName}; there is nothing to release."
                    + (IsErasing(options) ? " MAAS erases on release only: its disks are not erased." : ""));
        }

        static Plan DoNothing(string message) => new() { Messages = [message] };
    }

    /// <summary>Refuses a machine that must not be lost.</summary>
    public static void Require(Machine machine, ReleaseStepOptions options, string user)
    {
        MachineProtection.Require(machine, options.ProtectTags);
        if (machine.Owner is { Length: > 0 } owner && owner != user && !options.AllowOtherOwner)
            throw MachineState.Wrong(machine, "release", $"It belongs to {owner}, not to {user}; ask {owner} to release it, or release it all the same with -AllowOtherOwner.");
    }

    /// <summary>How the erasing that failed was ordered MAAS does not tell.</summary>
    private static ReleaseRequest MakeRequest(Machine machine, ReleaseStepOptions options) => IsErasing(options)
        ? new() { Erase = true, SecureErase = options.SecureErase, QuickErase = options.QuickErase }
        : new() { Erase = IsErasedAgain(machine, options) ? true : null };

    /// <summary>An erasing that was ordered is not dropped because it failed.</summary>
    private static bool IsErasedAgain(Machine machine, ReleaseStepOptions options) =>
        machine.KnownStatus == MachineStatus.FailedDiskErasing && !options.NoErase && !IsErasing(options);

    private static bool IsErasing(ReleaseStepOptions options) => options.Erase || options.SecureErase || options.QuickErase;
}
