using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary>What a package repository may be.</summary>
internal static class PackageRepositoryRules
{
    private static readonly string[] KnownArches = ["amd64", "arm64", "armhf", "i386", "ppc64el", "s390x"];
    private static readonly string[] KnownPockets = ["updates", "security", "backports"];
    private static readonly string[] NeverBlank = ["distributions", "components"];
    private static readonly string[] KnownComponents = ["restricted", "universe", "multiverse"];

    public static void Check(ApiCall call, FieldErrors errors, string name, string url, SimulatedPackageRepository self)
    {
        if (name.Length > 0 && call.State.PackageRepositories.Exists(other => other.Id != self.Id && other.Name == name))
            errors.Add("name", "Package repository with this Name already exists.");
        if (url.Length > 0 && !IsUrl(url))
            errors.Add("url", "Enter a valid repository URL or PPA location.");
        foreach (var field in NeverBlank.Where(errors.IsBlank))
            errors.Add(field, "Item 1 in the array did not validate: This field cannot be blank.");
        if (errors.IsBlank("arches"))
            AddUnknown(errors, "arches", "", "architecture", "architectures", KnownArches);
        CheckKnown(errors, "arches", "architecture", "architectures", KnownArches);
        CheckKnown(errors, "disabled_pockets", "Ubuntu archive pocket", "pockets", KnownPockets);
        if (!self.IsDefault && errors.Values("disabled_components", []).Count > 0)
            errors.Add("disabled_components", "This is a custom repository. Please update 'components' instead.");
        else if (self.IsDefault)
            CheckKnown(errors, "disabled_components", "Ubuntu archive component", "components", KnownComponents);
        if (self.IsDefault && errors.Values("components", []).Count > 0)
            errors.Add("components", "This is a default Ubuntu repository. Please update 'disabled_components' instead.");
    }

    public static void Apply(ParameterSet form, FieldErrors fields, SimulatedPackageRepository target)
    {
        // Form fields lose the white space around them, so a key loses its last newline.
        target.Key = form.Get("key")?.Trim() ?? target.Key;
        target.Distributions = Items(form, fields, "distributions", target.Distributions);
        target.Components = Items(form, fields, "components", target.Components);
        target.DisabledPockets = fields.Values("disabled_pockets", target.DisabledPockets);
        target.DisabledComponents = fields.Values("disabled_components", target.DisabledComponents);
        target.DisableSources = fields.Flag("disable_sources", target.DisableSources);
        target.Enabled = fields.Flag("enabled", target.Enabled);
        var arches = fields.Values("arches", target.Arches);
        target.Arches = arches.Count > 0 ? arches : ["amd64", "i386"];
    }

    private static void CheckKnown(FieldErrors errors, string field, string kind, string kinds, string[] known)
    {
        foreach (var value in errors.Values(field, []).Where(value => !known.Contains(value)))
            AddUnknown(errors, field, value, kind, kinds, known);
    }

    private static void AddUnknown(FieldErrors errors, string field, string value, string kind, string kinds, string[] known) =>
        errors.Add(field, $"'{value}' is not a valid {kind}. Known {kinds}: {string.Join(", ", known)}");

    /// <summary>Null in a JSON body becomes the word that Python shows it as.</summary>
    private static List<string> Items(ParameterSet form, FieldErrors fields, string field, List<string> otherwise) =>
        form.Nulls.Contains(field) ? ["None"] : fields.Values(field, otherwise);

    private static bool IsUrl(string text) =>
        text.StartsWith("ppa:", StringComparison.Ordinal)
        || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "ftp");
}
