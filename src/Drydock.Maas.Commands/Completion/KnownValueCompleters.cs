using Drydock.Maas.Design.Validation;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes values that are known without asking anybody.</summary>
internal abstract class KnownValueCompleter(IEnumerable<string> values) : ValueCompleter
{
    private protected sealed override IEnumerable<string> FindValues(CompletionContext context) => values;
}

/// <summary>Completes the architectures that images are made for.</summary>
internal sealed class ArchitectureCompleter() : KnownValueCompleter(["amd64", "arm64", "armhf", "i386", "ppc64el", "s390x"]);

/// <summary>Completes the makers of build data: programs, and kinds of scripts.</summary>
internal sealed class GeneratorCompleter() : KnownValueCompleter(["lshw", "lldp", "commission:*", "testing:*", "deploy:*"]);

/// <summary>Completes statuses of machines.</summary>
internal sealed class MachineStatusCompleter() : KnownValueCompleter(MachineStatuses.Names);

/// <summary>Completes power drivers.</summary>
internal sealed class PowerTypeCompleter()
    : KnownValueCompleter(["ipmi", "redfish", "virsh", "lxd", "manual", "amt", "hmc", "openbmc", "proxmox", "vmware", "webhook"]);

/// <summary>Completes rules that designs are validated by.</summary>
internal sealed class RuleCompleter() : KnownValueCompleter(DesignValidator.Rules.Select(r => r.RuleId));

/// <summary>Completes statuses of script results.</summary>
internal sealed class ScriptStatusCompleter() : KnownValueCompleter(
[
    "Aborted", "Applying custom network configuration", "Degraded", "Failed", "Failed applying custom network configuration",
    "Failed installing dependencies", "Installing dependencies", "Passed", "Pending", "Running", "Skipped", "Timed out",
]);
