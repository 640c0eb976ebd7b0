using System.Globalization;

namespace Drydock.Maas.Values;

/// <summary>
/// The address of a management controller, however it is written: 10.0.0.5, https://10.0.0.5:443, [fd00::5]:623, bmc1.example.com. Equal are
/// those that differ in the spelling of their host alone.
/// </summary>
internal sealed record ControllerAddress
{
    private ControllerAddress(string text, string host, int? port)
    {
        Text = text;
        Host = host;
        Port = port;
    }

    /// <summary>The whole of it, with the host as MAAS would write it.</summary>
    public string Text { get; }

    /// <summary>The bare address or host name.</summary>
    public string Host { get; }

    /// <summary>The port; null when none is given, or that of the protocol.</summary>
    public int? Port { get; }

    /// <summary>Whether the host is an address, so that another one is another controller; a name may stand for any.</summary>
    public bool IsNumber => IPNumber.Parse(Host) is not null;

    /// <summary>The address; null for an empty text.</summary>
    public static ControllerAddress? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var written = text.Trim();
        var mark = written.IndexOf("://", StringComparison.Ordinal);
        var scheme = mark < 0 ? "" : written[..mark].ToLowerInvariant();
        var start = mark < 0 ? 0 : mark + 3;
        var end = written.IndexOf('/', start) is >= 0 and var slash ? slash : written.Length;
        start = Math.Max(start, written.LastIndexOf('@', end - 1) + 1);

        // An address of IPv6 has colons of its own, and a port only behind brackets.
        var authority = written[start..end];
        var isBracketed = authority.StartsWith('[') && authority.Contains(']', StringComparison.Ordinal);
        var isBareV6 = !isBracketed && authority.Split(':').Length > 2;
        var (first, last) = isBracketed ? (1, authority.IndexOf(']', StringComparison.Ordinal))
            : (0, isBareV6 || !authority.Contains(':', StringComparison.Ordinal) ? authority.Length : authority.IndexOf(':', StringComparison.Ordinal));
        var host = authority[first..last];
        var canonical = IPNumber.Parse(host)?.ToString() ?? host.ToLowerInvariant();
        return new(
            $"{written[..(start + first)]}{canonical}{written[(start + last)..]}", canonical.TrimEnd('.'), ReadPort(scheme, authority[last..]));
    }

    /// <summary>
    /// Whether both may be the address of one controller: the host is the same, and the port unless one of them gives none. Several machines
    /// of one host, as emulators make them, differ in their ports.
    /// </summary>
    public bool Matches(ControllerAddress other) => Host == other.Host && (Port is null || other.Port is null || Port == other.Port);

    /// <summary>The whole of it.</summary>
    public override string ToString() => Text;

    private static int? ReadPort(string scheme, string behindHost)
    {
        const int Ipmi = 623;
        const int Https = 443;
        const int Http = 80;
        if (!int.TryParse(behindHost.TrimStart(']', ':'), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return null;
        var isUsual = scheme switch { "http" => port == Http, "https" => port == Https, _ => port is Ipmi or Https };
        return isUsual ? null : port;
    }
}
