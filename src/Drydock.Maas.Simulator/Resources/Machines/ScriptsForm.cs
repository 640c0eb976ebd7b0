using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Scripts;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>The forms of <c>op=commission</c> and <c>op=test</c>.</summary>
internal sealed partial class ScriptsForm(ApiCall call, SimulatedMachine machine)
{
    private const string CommissioningField = "commissioning_scripts";
    private const string TestingField = "testing_scripts";
    private const int CommissioningType = 0;
    private const int TestingType = 2;

    // What the scripts of MAAS that can be commissioned or tested with carry as tags.
    private static readonly string[] CommissioningTags = ["node", "bmc-config", "deploy-info", "enlisting", "network", "storage"];

    private readonly FieldErrors _errors = new(call.Form);

    /// <summary>What a commissioning leaves out. A flag of <c>0</c> is a yes to MAAS.</summary>
    public static CommissionOptions ReadOptions(ParameterSet form) =>
        new(
            Flag(form, "skip_networking"),
            Flag(form, "skip_storage"),
            form.Get("testing_scripts") == "none",
            Flag(form, "skip_bmc_config"));

    public ApiResponse Commission()
    {
        var commissioning = Read(CommissioningField, Names(CommissioningType).Append("none"));
        var testing = Read(TestingField, Names(TestingType).Append("none"));
        CheckParameters();
        if (!MachineLifecycle.Commission.IsTakenIn(machine.Status))
            _errors.Add("__all__", "Commission is not available because of the current state of the node.");
        _errors.ThrowIfAny();
        RackRequirements.RequireEphemeralImage(call.State, machine.Architecture);
        var choice = new ScriptChoice(commissioning, testing) { Parameters = call.Form };
        new Commissioning(call.State).Begin(machine, call.SignedUser, ReadOptions(call.Form), choice);
        return MachineApi.Render(call, machine);
    }

    public ApiResponse Test()
    {
        var testing = Read(TestingField, Names(TestingType));
        CheckParameters();
        if (!MachineLifecycle.Test.IsTakenIn(machine.Status))
            _errors.Add("__all__", "Test is not available because of the current state of the node.");
        if (machine.Status == MachineStatus.Deployed && IsDestructive(testing))
            _errors.Add(TestingField, "Destructive tests may only be run on undeployed machines.");
        _errors.ThrowIfAny();
        DemandTestable(testing);
        RackRequirements.RequireEphemeralImage(call.State, machine.Architecture);
        new Commissioning(call.State).BeginTests(machine, call.SignedUser, new([], testing) { Parameters = call.Form });
        return MachineApi.Render(call, machine);
    }

    private static bool Flag(ParameterSet form, string name) => form.Get(name) is { } text && FieldErrors.IsTrue(text);

    /// <summary>What the database objects to, rather than the form.</summary>
    private void DemandTestable(List<string> testing)
    {
        if (machine.Status == MachineStatus.New && machine.CurrentSet(SimulatedScriptSet.Commissioning) is null)
        {
            throw new ApiException(ApiResponse.Text(
                400,
                "Unable to start machine testing; this node has never been commissioned. "
                + "Please use the 'Commission' action to commission & test this machine."));
        }

        if (machine.PreviousStatus == MachineStatus.Deployed && IsDestructive(testing))
            throw new ApiException(ApiResponse.Text(400, "Unable to run destructive test while deployed!"));
    }

    private bool IsDestructive(List<string> names) =>
        BuiltInTests.Find(names).Any(test => test.Destructive)
        || call.State.Scripts.Exists(script => script.Destructive && (names.Contains(script.Name) || script.Tags.Exists(names.Contains)));

    /// <summary>The names and tags in one text, the last that was sent; only the first wrong one is told.</summary>
    private List<string> Read(string field, IEnumerable<string> choices)
    {
        var texts = call.Form.IsJson ? call.Form.GetAll(field) : call.Form.Get(field)?.Split(',') ?? [];
        var known = choices.ToHashSet(StringComparer.Ordinal);
        if (texts.FirstOrDefault(text => !known.Contains(text)) is { } unknown)
            _errors.Add(field, $"Select a valid choice. {unknown} is not one of the available choices.");
        return [.. texts];
    }

    private IEnumerable<string> Names(int type)
    {
        var own = type == TestingType
            ? BuiltInTests.All.SelectMany(test => test.Tags.Append(test.Name))
            : ScriptSets.Commissioning.Concat(CommissioningTags);
        return own.Concat(call.State.Scripts.Where(script => script.Type == type).SelectMany(script => script.Tags.Append(script.Name)));
    }

    /// <summary>Which disk or interface is tested, and for how long, for all scripts or, with its name in front, for one.</summary>
    private void CheckParameters()
    {
        foreach (var field in call.Form.Names.Where(name => IsParameter(name, "storage")))
            CheckChoice(field, DiskNames());
        foreach (var field in call.Form.Names.Where(name => IsParameter(name, "interface")))
            CheckChoice(field, InterfaceNames());
        foreach (var field in call.Form.Names.Where(name => IsParameter(name, "runtime")))
        {
            if (call.Form.Get(field) is { Length: > 0 } text && !Duration().IsMatch(text))
                _errors.Add(field, "Enter a valid duration.");
        }
    }

    private static bool IsParameter(string field, string parameter) =>
        field == parameter || (field.EndsWith("_" + parameter, StringComparison.Ordinal) && field != "skip_" + parameter);

    private void CheckChoice(string field, IEnumerable<string?> choices)
    {
        if (call.Form.Get(field) is { Length: > 0 } text && !choices.Contains(text))
            _errors.Add(field, $"Select a valid choice. {text} is not one of the available choices.");
    }

    private IEnumerable<string> DiskNames() => machine.Disks.SelectMany(disk => new[]
    {
        FormattableString.Invariant($"{disk.Id}"), disk.Name, disk.Model, disk.Serial, $"{disk.Model}:{disk.Serial}",
    }.Concat(disk.Tags)).Append("all");

    private IEnumerable<string?> InterfaceNames() => machine.Interfaces.Where(nic => !nic.Children.Any()).SelectMany(nic => new[]
    {
        FormattableString.Invariant($"{nic.Id}"), nic.Name, nic.MacAddress, nic.Vendor, nic.Product, $"{nic.Vendor}:{nic.Product}",
    }.Concat(nic.Tags)).Append("all");

    [GeneratedRegex("^-?([0-9]+ (days?, )?)?([0-9]+:){0,2}[0-9]+(\\.[0-9]{1,6})?$")]
    private static partial Regex Duration();
}
