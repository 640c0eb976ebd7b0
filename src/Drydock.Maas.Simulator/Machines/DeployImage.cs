using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>The image and kernel of a deployment.</summary>
internal sealed record DeployImage(string System, string Series, string Kernel)
{
    private const string DefaultSeries = "jammy";

    /// <summary>What a form asks for, or MAAS's choice; refuses what there is no image of.</summary>
    public static DeployImage Choose(ApiCall call, SimulatedMachine machine)
    {
        var resources = call.State.BootResources;
        var asked = call.Form.Get("distro_series") is { Length: > 0 } series ? series : DefaultSeries;
        var name = resources.Select(r => r.Name).FirstOrDefault(n => n == asked || n.EndsWith("/" + asked, StringComparison.Ordinal));
        if (name is null)
        {
            var known = string.Join(
                ", ", resources.Select(r => r.Name).Distinct().Order(StringComparer.Ordinal).Prepend("").Select(n => $"'{n}'"));
            throw new ApiException(
                ApiResponse.Invalid("distro_series", $"'{asked}' is not a valid distro_series.  It should be one of: {known}."));
        }

        var kernels = resources.Where(r => r.Name == name).Select(r => r.Architecture.Split('/')[1]).Order(StringComparer.Ordinal).ToList();
        var kernel = call.Form.Get("hwe_kernel") is { Length: > 0 } wanted ? wanted : kernels[0];
        if (!kernels.Contains(kernel))
            throw new ApiException(ApiResponse.Invalid("hwe_kernel", $"{kernel} is not available for {name} on {machine.Architecture}."));
        var parts = name.Split('/');
        return new(parts[0], parts[^1], kernel);
    }
}
