using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>The form of <c>op=release</c>.</summary>
internal sealed record ReleaseForm(SimulatedMachine Machine, bool Erases, string? Comment)
{
    private const string Wipe = "wipe-disks";

    /// <exception cref="ApiException">400: it asks for what there is not.</exception>
    public static ReleaseForm Read(ApiCall call) => call.State.Rules.RunsReleaseScripts ? WithScripts(call) : WithoutScripts(call);

    /// <summary>Bodies of JSON are not looked at: with one a machine is released without erasing.</summary>
    private static ReleaseForm WithoutScripts(ApiCall call)
    {
        var erases = QueryFlag.Read(call.Post, "erase");
        QueryFlag.Read(call.Post, "secure_erase");
        QueryFlag.Read(call.Post, "quick_erase");
        var machine = MachineLookup.ToEdit(call);
        QueryFlag.Read(call.Post, "force");
        return new(machine, erases, call.Post.Get("comment"));
    }

    /// <summary>Flags are check boxes, each of which erases, and so does the script that is named for it.</summary>
    private static ReleaseForm WithScripts(ApiCall call)
    {
        var machine = MachineLookup.ToEdit(call);
        var errors = new FieldErrors(call.Form);
        var scripts = errors.Values("scripts", []);
        var known = call.State.Scripts.Where(script => script.Type == SimulatedNodeScript.ReleaseType).ToList();
        if (scripts.Find(name => !known.Exists(script => script.Name == name || script.Tags.Contains(name))) is { } unknown)
            errors.Add("scripts", $"Select a valid choice. {unknown} is not one of the available choices.");
        errors.ThrowIfAny();
        var erases = errors.Flag("erase", false) | errors.Flag("secure_erase", false) | errors.Flag("quick_erase", false);
        return new(machine, erases || scripts.Contains(Wipe), call.Form.Get("comment"));
    }
}
