using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Server;

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
        var releases = LicensedReleases.Of(call.State);
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
