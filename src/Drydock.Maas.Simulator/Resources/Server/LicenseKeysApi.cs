using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary><c>license-keys/</c>, and one of them, which has no slash at its end.</summary>
internal sealed class LicenseKeysApi : IApiModule
{
    private const string All = "license-keys/";
    private const string One = "license-key/{system}/{series}";

    public void Register(Router router)
    {
        router.RestrictToAdmins(All);
        router.RestrictToAdmins(One);
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, call => ApiResponse.Json(Render(new LicenseKeyForm(call, null).Save())));
        router.Map("GET", One, null, call => ApiResponse.Json(Render(Require(call))));
        router.Map("PUT", One, null, call => ApiResponse.Json(Render(new LicenseKeyForm(call, Require(call)).Save())));
        router.Map("DELETE", One, null, Delete);
    }

    private static ApiResponse List(ApiCall call) => ApiResponse.Json(ApiJson.List(
        call.State.LicenseKeys.OrderBy(key => key.System, StringComparer.Ordinal).ThenBy(key => key.Series, StringComparer.Ordinal), Render));

    /// <summary>Deleting what is not there is no mistake.</summary>
    private static ApiResponse Delete(ApiCall call)
    {
        if (Find(call) is { } key)
            call.State.LicenseKeys.Remove(key);
        return ApiResponse.NoContent();
    }

    private static SimulatedLicenseKey? Find(ApiCall call) =>
        call.State.LicenseKeys.Find(key => key.System == call.Route["system"] && key.Series == call.Route["series"]);

    private static SimulatedLicenseKey Require(ApiCall call) => Find(call) ?? throw Lookup.Missing("LicenseKey");

    private static JsonObject Render(SimulatedLicenseKey key) => new()
    {
        ["osystem"] = key.System,
        ["distro_series"] = key.Series,
        ["license_key"] = key.Key,
        ["resource_uri"] = ApiJson.Uri($"license-key/{key.System}/{key.Series}"),
    };
}

/// <summary>The wanted state of a license key; a rack says whether it can be one.</summary>
internal sealed partial class LicenseKeyForm
{
    private const int LongestKey = 255;

    private readonly ApiCall _call;
    private readonly FieldErrors _errors;
    private readonly SimulatedLicenseKey? _current;
    private readonly string _system;
    private readonly string _series;
    private readonly string _key;

    /// <param name="call">The request.</param>
    /// <param name="current">The key to change; null for a new one.</param>
    /// <exception cref="ApiException">400: a key cannot be so.</exception>
    public LicenseKeyForm(ApiCall call, SimulatedLicenseKey? current)
    {
        (_call, _current, _errors) = (call, current, new(call.Form));
        var releases = LicensedReleases.List(call.State);
        var (system, series) = Given();
        _system = Choose("osystem", system, releases.Count > 0 ? [LicensedReleases.System] : []);
        _series = Choose("distro_series", series, releases).Split('/', 2)[^1];
        _key = ReadKey();
        if (!_errors.Any)
            Check();
        _errors.ThrowIfAny();
    }

    public SimulatedLicenseKey Save()
    {
        if (_current is null)
        {
            var made = new SimulatedLicenseKey { System = _system, Series = _series, Key = _key };
            _call.State.LicenseKeys.Add(made);
            return made;
        }

        (_current.System, _current.Series, _current.Key) = (_system, _series, _key);
        return _current;
    }

    /// <summary>A new key's release completes its system and the other way round; a later form has to name the release in full.</summary>
    private (string? System, string? Series) Given()
    {
        var (system, series) = (_call.Form.Get("osystem"), _call.Form.Get("distro_series"));
        if (_current is not null)
            return (system ?? _current.System, series ?? $"{_current.System}/{_current.Series}");
        return series switch
        {
            null => (system, null),
            _ when series.Contains('/', StringComparison.Ordinal) => (system ?? series.Split('/')[0], series),
            _ when system is not null => (system, $"{system}/{series}"),
            _ => (null, series),
        };
    }

    private string Choose(string field, string? value, IReadOnlyList<string> choices)
    {
        if (string.IsNullOrEmpty(value))
            _errors.Add(field, FieldErrors.Required);
        else if (!choices.Contains(value))
            _errors.Add(field, FieldErrors.ChoiceText(field, choices, value));
        return value ?? "";
    }

    private string ReadKey()
    {
        if (_current is not null && !_call.Form.Has("license_key"))
            return _current.Key;
        var key = _errors.Text("license_key");
        _errors.CheckLength("license_key", key, LongestKey);
        return key;
    }

    private void Check()
    {
        if (!_call.State.RackControllers.Any(rack => RackConnectivity.IsConnected(_call.State, rack)) || !FiveByFive().IsMatch(_key))
            _errors.Add("__all__", "Invalid license key.");
        if (_call.State.LicenseKeys.Exists(key => key != _current && key.System == _system && key.Series == _series))
            _errors.Add("__all__", "License key with this operating system and distro series already exists.");
    }

    [GeneratedRegex("^([A-Za-z0-9]{5}-){4}[A-Za-z0-9]{5}$")]
    private static partial Regex FiveByFive();
}

/// <summary>The releases of Windows that are activated with a key, and of which there are images.</summary>
internal static class LicensedReleases
{
    public const string System = "windows";

    private const string Prefix = System + "/";

    private static readonly string[] Names =
    [
        "win2008r2", "win2012", "win2012r2", "win2016", "win2016nano", "win2016-core", "win2016dc", "win2016dc-core", "win2019", "win2019-core",
        "win2019dc", "win2019dc-core", "win10ent",
    ];

    /// <summary>As <c>windows/win2019</c>, in the order of the titles that users gave the images.</summary>
    public static IReadOnlyList<string> List(SimulatorState state) =>
    [
        .. state.BootResources.Where(image => image.Name.StartsWith(Prefix, StringComparison.Ordinal) && Names.Contains(image.Name[Prefix.Length..]))
            .OrderBy(image => image.Title, StringComparer.Ordinal).Select(image => image.Name).Distinct(),
    ];
}
