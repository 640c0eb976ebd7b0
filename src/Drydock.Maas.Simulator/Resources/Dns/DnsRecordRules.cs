using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Dns;

/// <summary>What each type of DNS record consists of, and which may stand side by side.</summary>
internal static partial class DnsRecordRules
{
    private const string Alone = "CNAME records for a name cannot coexist with non-CNAME records.";

    private const string BadMx = "Invalid MX: Should be '<preference> <server>'. Range for preference is 0-65535.";

    private const string BadSrv =
        "Invalid SRV: Should be '<priority> <weight> <port> <server>'. Range for priority, weight, and port are 0-65536.";

    /// <summary>What is wrong with the data of a record; null for nothing.</summary>
    public static string? Problem(string type, string data, string internalDomain) => type switch
    {
        "CNAME" => Cname().IsMatch(data) ? null : "Invalid CNAME: Should be '<server>'.",
        "MX" => Numbers(Mx().Match(data), 1) ? DomainRules.Problem(Mx().Match(data).Groups["host"].Value, internalDomain) : BadMx,
        "NS" => DomainRules.Problem(data, internalDomain),
        "SRV" => Numbers(Srv().Match(data), 3) ? HostProblem(Srv().Match(data).Groups["host"].Value, internalDomain) : BadSrv,
        "SSHFP" => Sshfp().IsMatch(data) ? null : "Invalid SSHFP: Should be '<algorithm> <fptype> <fingerprint>'.",
        _ => null,
    };

    /// <summary>Why a new record cannot stand on its name; null where it can. A CNAME stands alone.</summary>
    public static string? Conflict(SimulatorState state, SimulatedDnsResource? resource, string type)
    {
        var beside = state.DnsRecords.Where(record => record.Resource == resource).ToList();
        var hasAlias = beside.Exists(record => record.Type == "CNAME");
        if (type != "CNAME")
            return hasAlias ? Alone : null;
        if (beside.Exists(record => record.Type != "CNAME") || resource?.Addresses.Count > 0)
            return Alone;
        return hasAlias ? "Only one CNAME can be associated with a name." : null;
    }

    /// <summary>MAAS only writes into its log that records of a name and type live differently long, but fails to where one has no time of its own.</summary>
    public static void CompareTtl(SimulatorState state, SimulatedDnsResource? resource, string type, int? ttl)
    {
        var other = state.DnsRecords.Find(record => record.Resource == resource && record.Type == type && record.Ttl != ttl);
        if (other is not null && (ttl is null || other.Ttl is null))
            throw new ApiException(ApiResponse.Text(500, "%d format: a real number is required, not NoneType"));
    }

    private static string? HostProblem(string host, string internalDomain) => host == "." ? null : DomainRules.Problem(host, internalDomain);

    private static bool Numbers(Match match, int count) => match.Success && Enumerable.Range(1, count)
        .All(index => ushort.TryParse(match.Groups[index].Value, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    [GeneratedRegex("^([_a-zA-Z0-9]([-_a-zA-Z0-9]{0,62}[_a-zA-Z0-9])?\\.)*[_a-zA-Z0-9]([-_a-zA-Z0-9]{0,62}[_a-zA-Z0-9])?\\.?$")]
    private static partial Regex Cname();

    [GeneratedRegex("^([0-9]+)\\s+(?<host>.+)$")]
    private static partial Regex Mx();

    [GeneratedRegex("^([0-9]+)\\s+([0-9]+)\\s+([0-9]+)\\s+(?<host>.*)")]
    private static partial Regex Srv();

    [GeneratedRegex("^[0-9]+\\s+[0-9]+\\s+.*$")]
    private static partial Regex Sshfp();
}
