namespace Drydock.Maas.Simulator.Resources;

/// <summary>The form of hostnames, and what MAAS says of others.</summary>
internal static class HostnameRules
{
    /// <summary>Why it is none; null when it is one.</summary>
    public static string? Problem(string hostname)
    {
        if (hostname.Length > 255)
            return "Hostname is too long.  Maximum allowed is 255 characters.";
        var host = hostname.Split('.')[0];
        return host.Contains('_', StringComparison.Ordinal)
            ? $"Host label cannot contain underscore: '{host}'."
            : DomainProblem(hostname);
    }

    /// <summary>Why it is no domain name; null when it is one.</summary>
    public static string? DomainProblem(string name) =>
        name.Split('.').Select(LabelProblem).FirstOrDefault(problem => problem is not null);

    private static string? LabelProblem(string label)
    {
        if (label.Length == 0)
            return "DNS name contains an empty label.";
        if (label.Length > 63)
            return $"Label is too long: '{label}'.  Maximum allowed is 63 characters.";
        if (label[0] == '-' || label[^1] == '-')
            return $"Label cannot start or end with hyphen: '{label}'.";
        return label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? null
            : $"Label contains disallowed characters: '{label}'.";
    }
}
