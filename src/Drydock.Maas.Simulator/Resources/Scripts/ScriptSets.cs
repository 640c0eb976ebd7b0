using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>Makes the script sets of a machine.</summary>
internal sealed class ScriptSets(SimulatorState state)
{
    public const string MainScript = "50-maas-01-commissioning";
    public const string DiskTest = "smartctl-validate";
    public const string BmcScript = "30-maas-01-bmc-config";

    private const string LshwScript = "maas-lshw";
    private const string LldpScript = "maas-capture-lldpd";

    /// <summary>The commissioning scripts of MAAS, in the order of their ids.</summary>
    public static readonly string[] Commissioning =
    [
        "20-maas-01-install-lldpd", "20-maas-02-dhcp-unconfigured-ifaces", BmcScript, "20-maas-03-machine-resources",
        "40-maas-01-machine-config-hints", MainScript, "maas-support-info", LshwScript, "maas-list-modaliases", "maas-get-fruid-api-data",
        "maas-kernel-cmdline", "maas-serial-ports", LldpScript,
    ];

    private const string BmcParameters =
        """
        {
          "maas_auto_ipmi_user": { "max": 20, "type": "string", "value": "maas", "argument_format": "--username={input}" },
          "maas_auto_ipmi_cipher_suite_id": {
            "max": 2, "type": "string", "value": "3", "argument_format": "--ipmi-cipher-suite-id={input}"
          },
          "maas_auto_ipmi_user_privilege_level": {
            "type": "choice",
            "value": "ADMIN",
            "choices": [["USER", "User"], ["OPERATOR", "Operator"], ["ADMIN", "Administrator"]],
            "argument_format": "--ipmi-privilege-level={input}"
          }
        }
        """;

    /// <summary>A set that is still to run; it becomes the machine's current one of its type.</summary>
    public SimulatedScriptSet Add(SimulatedMachine machine, int type, int? id = null, ScriptChoice? choice = null)
    {
        var set = new SimulatedScriptSet { Id = id ?? state.Ids.Next("scriptset"), Type = type, Created = state.Now };
        set.Scripts.AddRange(type switch
        {
            SimulatedScriptSet.Commissioning => Commissioning.Select((name, index) => New(name, index + 1, GetOutput(name, machine.Hardware))),
            SimulatedScriptSet.Installation => [New("/tmp/install.log", null)],
            _ => (choice ?? ScriptChoice.Usual).Tests.SelectMany(test => NewTests(machine, test, choice)),
        });
        set.Scripts.AddRange((choice ?? ScriptChoice.Usual).Select(type, state.Scripts).Select(script => New(script.Name, script.Id)));
        machine.ScriptSets.Add(set);
        return set;
    }

    /// <summary>Makes the tests of disks that are still to run anew, for the disks that commissioning has found.</summary>
    public void RenewDiskTests(SimulatedMachine machine, SimulatedScriptSet set)
    {
        var stale = set.Scripts.Where(script => script.Status == ScriptStatus.Pending && script.Hardware == BuiltInTests.Storage).ToList();
        set.Scripts.RemoveAll(stale.Contains);
        foreach (var name in stale.Select(script => script.Name).Distinct(StringComparer.Ordinal))
            set.Scripts.AddRange(NewTests(machine, BuiltInTests.All.First(test => test.Name == name), null));
    }

    /// <summary>What a script prints of the hardware; null for nothing that matters.</summary>
    private static string? GetOutput(string name, HiddenHardware hardware) => name switch
    {
        MainScript => hardware.Resources,
        LshwScript => hardware.Lshw,
        LldpScript => HiddenHardware.Lldp,
        _ => null,
    };

    private SimulatedScript New(string name, int? scriptId, string? output = null, int hardware = 0) => new()
    {
        Hardware = hardware,
        Output = output,
        Id = state.Ids.Next("scriptresult"),
        Name = name,
        ScriptId = scriptId,
        Parameters = name == BmcScript ? JsonNode.Parse(BmcParameters)!.AsObject() : [],
    };

    /// <summary>Tests of disks run once for each, or for those that were asked for.</summary>
    private IEnumerable<SimulatedScript> NewTests(SimulatedMachine machine, BuiltInTest test, ScriptChoice? choice)
    {
        if (test.Hardware != BuiltInTests.Storage)
            return [New(test.Name, test.Id, hardware: test.Hardware)];
        var asked = choice?.Parameters.Get(test.Name + "_storage") ?? choice?.Parameters.Get("storage");
        var disks = machine.Disks.Where(disk => string.IsNullOrEmpty(asked) || asked == "all" || IsNamed(disk, asked)).ToList();
        return disks.Count == 0 ? [New(test.Name, test.Id, hardware: test.Hardware)] : disks.Select(disk => NewTest(test, disk));
    }

    private static bool IsNamed(SimulatedBlockDevice disk, string name) =>
        FormattableString.Invariant($"{disk.Id}") == name || disk.Name == name || disk.Model == name || disk.Serial == name
        || $"{disk.Model}:{disk.Serial}" == name || disk.Tags.Contains(name);

    private SimulatedScript NewTest(BuiltInTest test, SimulatedBlockDevice disk) => new()
    {
        Id = state.Ids.Next("scriptresult"),
        Name = test.Name,
        ScriptId = test.Id,
        Hardware = test.Hardware,
        Device = disk.Id,
        Parameters = new()
        {
            ["storage"] = new JsonObject
            {
                ["type"] = "storage",
                ["value"] = new JsonObject
                {
                    ["id"] = disk.Id, ["name"] = disk.Name, ["model"] = disk.Model, ["serial"] = disk.Serial, ["id_path"] = disk.IdPath,
                },
                ["argument_format"] = "{path}",
            },
        },
    };
}
