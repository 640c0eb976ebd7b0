using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>The names of RAIDs and bcaches, which MAAS's description calls optional.</summary>
internal static class VolumeNames
{
    /// <exception cref="ApiException">400: there is none, which no form but the database objects to.</exception>
    public static string Demand(ParameterSet form) => form.Get("name")?.Trim() is { Length: > 0 } name
        ? name
        : throw new ApiException(ApiResponse.BareInvalid("name", "This field cannot be blank."));
}
