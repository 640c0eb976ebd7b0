using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary>The kernel a deployment gets.</summary>
internal sealed class WorkingKernel(ImageCatalog catalog, string architecture, string? leastKernel, string commissioningSeries)
{
    /// <summary>The one asked for, or the first that serves; null where none was asked for and the image brings its own.</summary>
    /// <param name="asked">A kernel, or null.</param>
    /// <param name="system">The operating system.</param>
    /// <param name="series">Its release.</param>
    /// <param name="problem">Why there is none.</param>
    public string? Choose(string? asked, string system, string series, out string? problem)
    {
        problem = null;
        if (system.Length == 0 || series.Length == 0 || architecture.Length == 0 || system == "caringo")
            return asked;
        // Images that are no Ubuntu are installed from the one that machines are commissioned with.
        var built = system == ImageCatalog.Custom ? catalog.GetBase(series) : null;
        var ubuntu = system == ImageCatalog.Ubuntu ? series
            : built?.Split('/') is [ImageCatalog.Ubuntu, var release] ? release : commissioningSeries;
        var image = $"{ImageCatalog.Ubuntu}/{ubuntu}";
        var kernels = catalog.GetKernels(image, architecture.Split('/')[0]);
        var least = leastKernel is { Length: > 0 } bound && UbuntuReleases.IsKernel(bound) ? bound : null;
        if (asked is not null && UbuntuReleases.IsKernel(asked))
        {
            problem = GetProblem(asked, image, ubuntu, kernels, least);
            return asked;
        }

        var found = least is null
            ? kernels.FirstOrDefault(kernel => KernelNames.IsAsNew(kernel, ubuntu))
            : kernels.FirstOrDefault(kernel => KernelNames.IsAsNew(kernel, least) && KernelNames.IsAsNew(kernel, ubuntu));
        if (found is null)
            problem = least is null
                ? $"{ubuntu} has no kernels available."
                : $"{ubuntu} has no kernels available which meet min_hwe_kernel({least}).";
        return found;
    }

    private string? GetProblem(string asked, string image, string series, IReadOnlyList<string> kernels, string? least)
    {
        if (!kernels.Contains(asked))
            return $"{asked} is not available for {image} on {architecture}.";
        if (!KernelNames.IsAsNew(asked, series))
            return $"{asked} is too old to use on {image}.";
        return least is not null && !KernelNames.IsAsNew(asked, least)
            ? $"chosen kernel ({asked}) is older than minimal kernel required by the machine ({least})."
            : null;
    }
}
