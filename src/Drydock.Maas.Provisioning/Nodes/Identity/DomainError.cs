namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>MAAS's refusal of a machine's domain that it does not have.</summary>
internal static class DomainError
{
    /// <summary>Whether that is what was refused.</summary>
    public static bool Is(MaasApiException error, string? domain) =>
        error.StatusCode == 400 && domain is not null && error.Body?.Contains("Unable to find domain", StringComparison.Ordinal) == true;

    /// <summary>Words for it, with what to do.</summary>
    public static NodeException Explain(MaasApiException error, string? domain) =>
        new(ErrorIds.DomainNotFound, $"MAAS has no domain {domain}. Set up the networks of the site first: Set-MaasSiteNetwork.", error);
}
