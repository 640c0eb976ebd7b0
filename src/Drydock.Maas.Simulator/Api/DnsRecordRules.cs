using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary>What each type of DNS record consists of, and which may stand side by side.</summary>
internal static partial class DnsRecordRules
{
    private const string BadMx = "Invalid MX: Should be '<preference> <server>'. Range for preference is 0-65535.";

    private const string BadSrv =
        "Invalid SRV: Should be '<priority> <weight> <port> <server>'. Range for priority, weight, and port are 0-65536.";

    /// <summary>What is wrong with the data of a record; null for nothing.</summary>
    public static string? Problem(string type, string data) => type switch
    {
        "CNAME" => HostnameRules.DomainProblem(data.TrimEnd('.')) is null ? null : "Invalid CNAME: Should be '<server>'.",
        "MX" => Numbers(Mx().Match(data), 1) ? HostnameRules.DomainProblem(Mx().Match(data).Groups["host"].Value) : BadMx,
        "NS" => HostnameRules.DomainProblem(data),
        "SRV" => Numbers(Srv().Match(data), 3) ? HostProblem(Srv().Match(data).Groups["host"].Value) : BadSrv,
        "SSHFP" => Sshfp().IsMatch(data) ? null : "Invalid SSHFP: Should be '<algorithm> <fptype> <fingerprint>'.",
        _ => null,
    };

    /// <summary>A CNAME stands alone on its name.</summary>
    public static void CheckTogether(SimulatorState state, SimulatedDnsResource? resource, string type)
    {
        var beside = state.DnsRecords.Where(record => record.Resource == resource).ToList();
        var hasAlias = beside.Exists(record => record.Type == "CNAME");
        var hasOther = beside.Exists(record => record.Type != "CNAME") || resource?.Addresses.Count > 0;
        if (type == "CNAME" ? hasOther : hasAlias)
            throw new ApiException(ApiResponse.Invalid("__all__", "CNAME records for a name cannot coexist with non-CNAME records."));
        if (type == "CNAME" && hasAlias)
            throw new ApiException(ApiResponse.Invalid("__all__", "Only one CNAME can be associated with a name."));
    }

    private static string? HostProblem(string host) => host == "." ? null : HostnameRules.DomainProblem(host);

    private static bool Numbers(Match match, int count) => match.Success && Enumerable.Range(1, count)
        .All(index => ushort.TryParse(match.Groups[index].Value, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    [GeneratedRegex("^([0-9]+)\\s+(?<host>.+)$")]
    private static partial Regex Mx();

    [GeneratedRegex("^([0-9]+)\\s+([0-9]+)\\s+([0-9]+)\\s+(?<host>.*)")]
    private static partial Regex Srv();

    [GeneratedRegex("^[0-9]+\\s+[0-9]+\\s+.*$")]
    private static partial Regex Sshfp();
}
