using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary><c>boot-sources/{id}/selections/</c>; the images there already are show as selected.</summary>
internal sealed class BootSelectionsApi : IApiModule
{
    private const string All = "boot-sources/{id}/selections/";
    private const string One = "boot-sources/{id}/selections/{selection}/";

    public void Register(Router router)
    {
        router.Map("GET", All, null, call => ApiResponse.Json(ApiJson.List(FindSelections(call), Render)));
        router.Map("POST", All, null, Create);
        router.Map("GET", One, null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", One, null, Update);
        router.Map("DELETE", One, null, Delete);
        router.RestrictToAdmins(All);
        router.RestrictToAdmins(One);
    }

    private static IEnumerable<SimulatedBootSelection> FindSelections(ApiCall call)
    {
        var source = BootSourcesApi.Find(call);
        if (source.Id == SimulatedBootSource.OfUbuntu)
            AddPresent(call.State);
        return call.State.BootSelections.Where(selection => selection.SourceId == source.Id);
    }

    private static void AddPresent(SimulatorState state)
    {
        var names = state.BootResources.Where(image => image.Type == "Synced").OrderBy(image => image.Id).Select(image => image.Name).Distinct();
        foreach (var name in names.Where(n => !state.SelectedOnce.Contains(n)).ToList())
        {
            state.SelectedOnce.Add(name);
            if (state.BootSelections.Exists(s => $"{s.Os}/{s.Release}" == name))
                continue;
            state.BootSelections.Add(new()
            {
                Id = state.Ids.Next("bootselection"),
                Os = name.Split('/')[0],
                Release = name.Split('/')[1],
                Arches = ["amd64"],
                Subarches = ["*"],
                Labels = ["*"],
            });
        }
    }

    private static ApiResponse Create(ApiCall call)
    {
        var present = FindSelections(call).ToList();
        var wanted = Read(call, null);
        Demand(call, present.Exists(other => other.Os == wanted.Os && other.Release == wanted.Release));
        var selection = new SimulatedBootSelection
        {
            Id = call.State.Ids.Next("bootselection"),
            SourceId = BootSourcesApi.Find(call).Id,
            Os = wanted.Os,
            Release = wanted.Release,
            Arches = wanted.Arches,
            Subarches = wanted.Subarches,
            Labels = wanted.Labels,
        };
        call.State.BootSelections.Add(selection);
        return ApiResponse.Json(Render(selection));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var selection = Find(call);
        var wanted = Read(call, selection);
        Demand(call, FindSelections(call).Any(other => other != selection && other.Os == wanted.Os && other.Release == wanted.Release));
        (selection.Os, selection.Release) = (wanted.Os, wanted.Release);
        (selection.Arches, selection.Subarches, selection.Labels) = (wanted.Arches, wanted.Subarches, wanted.Labels);
        call.State.BootSelections.Touch(selection);
        return ApiResponse.Json(Render(selection));
    }

    /// <summary>What machines are commissioned with stays. The words are MAAS's, which fills in nothing.</summary>
    private static ApiResponse Delete(ApiCall call)
    {
        var selection = Find(call);
        if (selection.Os == "ubuntu" && selection.Release == call.State.Config["commissioning_distro_series"]?.ToString())
            return ApiResponse.Text(400, "Unable to delete %s %s. It is the operating system used in ephemeral environments.");
        call.State.BootSelections.Remove(selection);
        return ApiResponse.NoContent();
    }

    private static void Demand(ApiCall call, bool isTaken)
    {
        if (isTaken)
            throw new ApiException(ApiResponse.BareInvalid("__all__", "Boot source selection with this Boot source, Os and Release already exists."));
    }

    private static SimulatedBootSelection Read(ApiCall call, SimulatedBootSelection? current)
    {
        var errors = new FieldErrors(call.Form);
        var os = (call.Form.Get("os") ?? current?.Os ?? "").Trim();
        var release = (call.Form.Get("release") ?? current?.Release ?? "").Trim();
        var (arches, subarches) = (Texts(call.Form, "arches", current?.Arches), Texts(call.Form, "subarches", current?.Subarches));
        var labels = Texts(call.Form, "labels", current?.Labels);
        var hasImages = BootSourcesApi.Find(call).Id == SimulatedBootSource.OfUbuntu && os is "ubuntu" or "" && BootImports.Series.ContainsKey(release);
        if (!hasImages)
        {
            errors.Add("os", $"OS {os} with release {release} has no available images for download");
        }
        else
        {
            var version = BootImports.Series[release];
            Check(errors, "arches", arches, BootImports.Arches);
            Check(errors, "subarches", subarches, $"ga-{version}", $"hwe-{version}");
            Check(errors, "labels", labels, "stable");
        }

        errors.ThrowIfAny();
        return new() { Id = 0, Os = os, Release = release, Arches = arches, Subarches = subarches, Labels = labels };
    }

    private static List<string> Texts(ParameterSet form, string field, List<string>? otherwise) =>
        form.EmptyLists.Contains(field) ? [] : form.Has(field) ? [.. form.GetAll(field)] : otherwise ?? [];

    private static void Check(FieldErrors errors, string field, List<string> asked, params string[] known)
    {
        if (!asked.Contains("*") && !asked.TrueForAll(known.Contains))
            errors.Add(field, $"No available images to download for [{string.Join(", ", asked.Select(text => $"'{text}'"))}]");
    }

    private static SimulatedBootSelection Find(ApiCall call) =>
        Lookup.Number(call.Route["selection"]) is var id && FindSelections(call).FirstOrDefault(selection => selection.Id == id) is { } found
            ? found
            : throw Lookup.Missing("BootSourceSelection");

    private static JsonObject Render(SimulatedBootSelection selection) => new()
    {
        ["os"] = selection.Os,
        ["release"] = selection.Release,
        ["arches"] = ApiJson.Texts(selection.Arches),
        ["subarches"] = ApiJson.Texts(selection.Subarches),
        ["labels"] = ApiJson.Texts(selection.Labels),
        ["id"] = selection.Id,
        ["boot_source_id"] = selection.SourceId,
        ["resource_uri"] = ApiJson.Uri($"boot-sources/{selection.SourceId}/selections/{selection.Id}/"),
    };
}
