using System.Text.Json.Nodes;
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
