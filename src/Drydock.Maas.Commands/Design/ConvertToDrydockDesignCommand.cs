using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Export;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Conversion;

namespace Drydock.Maas.Commands.Design;

/// <summary>Reads a MAAS and makes the design that describes it, by which nothing of it differs.</summary>
[Cmdlet(VerbsData.ConvertTo, "DrydockDesign", DefaultParameterSetName = WholeSet, SupportsShouldProcess = true)]
[OutputType(typeof(SiteDesign))]
public sealed class ConvertToDrydockDesignCommand : MachineTargetCommand
{
    private const string WholeSet = "Whole";
    private const int MostTold = 20;

    /// <summary>Availability zones whose machines are described, and the networks they are on.</summary>
    [Parameter(ParameterSetName = WholeSet)]
    [ArgumentCompleter(typeof(ZoneNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Zone { get; set; } = [];

    /// <summary>Resource pools whose machines are described, and the networks they are on.</summary>
    [Parameter(ParameterSetName = WholeSet)]
    [ArgumentCompleter(typeof(ResourcePoolNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Pool { get; set; } = [];

    /// <summary>Rack controllers, by host name, whose machines are described: those that boot on a VLAN that one of them serves.</summary>
    [Parameter(ParameterSetName = WholeSet)]
    [ArgumentCompleter(typeof(RackControllerNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] RackController { get; set; } = [];

    /// <summary>The name of the site; the host of the MAAS when left out.</summary>
    [Parameter]
    [ValidatePattern(@"^[\w][\w.-]*$")]
    public string? Name { get; set; }

    /// <summary>The folder to write, a file for each kind of document; nothing is written when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Overwrite files that are there.</summary>
    [Parameter]
    public SwitchParameter Overwrite { get; set; }

    /// <summary>Reads, describes and writes.</summary>
    protected override void EndProcessing()
    {
        // Machines were to be piped in, and none came.
        if (ParameterSetName == WholeSet && MyInvocation.ExpectingInput)
            return;
        var (session, machines) = ChooseMachines();
        if (machines is { Count: 0 })
            return;
        if (!session.User.IsSuperuser && !session.Client.Capabilities.GrantsRightsByGroup)
            ThrowTerminatingError(ErrorRecords.NotAdministrator(session, MyInvocation.MyCommand.Name));
        var conversion = SiteConversion.Create(session);
        var converted = Fetch(token => conversion.ConvertAsync(Name ?? session.Url.Host, machines, token), session);
        var folder = new DesignFolder(AuthoredDesign.Write(converted.Design, WriteComments(session, converted.Findings)));
        var path = Path is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        var design = Await(token => Task.FromResult(folder.Read(path, token)));
        design.Findings = converted.Findings;
        if (path is not null)
            Write(folder, path, design);
        TellFindings(converted.Findings);
        WriteObject(design);
    }

    private void Write(DesignFolder folder, string path, SiteDesign design)
    {
        if (!Overwrite && folder.FindObstacle(path) is { } obstacle)
            ThrowTerminatingError(obstacle);
        try
        {
            folder.Write(path, file => ShouldProcess(file, $"Write {design}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.FileNotWritten(e, path));
        }

        if (folder.FindOthers(path) is { Count: > 0 } others)
            WriteWarning($"{string.Join(", ", others)} in {path} {(others.Count == 1 ? "is" : "are")} none of this design and will be read with it; remove what is not wanted.");
    }

    /// <summary>The machines that are meant, as MAAS holds them now; null for the whole MAAS.</summary>
    private (MaasSession Session, IReadOnlyList<Machine>? Machines) ChooseMachines()
    {
        if (ParameterSetName != WholeSet)
        {
            var found = FindMachines();
            if (found.Select(f => f.Session).Distinct().Count() > 1)
                ThrowTerminatingError(ErrorRecords.InvalidArgument(ErrorIds.OtherServer, "The machines are of several MAAS; a design describes one. Give the machines of one MAAS at a time.", null));
            return (found.Count == 0 ? Connection : found[0].Session, [.. found.Select(f => f.Machine)]);
        }

        if (Zone.Length + Pool.Length + RackController.Length == 0)
            return (Connection, null);
        var machines = Fetch(token => Connection.Client.Machines.ListAsync(new MachineFilter { Zones = Zone, Pools = Pool }, token));
        if (RackController.Length > 0)
        {
            var served = FindServedVlans();
            machines = [.. machines.Where(m => m.BootInterface?.Vlan is { } vlan && served.Contains(vlan.Id))];
        }

        if (machines.Count == 0)
            WriteError(ErrorRecords.NotFound(ErrorIds.MachineNotFound, "MAAS has no machine of these zones, pools and rack controllers.", Connection));
        return (Connection, machines);
    }

    /// <summary>The VLANs whose DHCP the rack controllers serve, themselves or by a relay.</summary>
    private HashSet<int> FindServedVlans()
    {
        var racks = Fetch(token => Connection.Client.RackControllers.ListAsync(token));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in RackController)
        {
            if (racks.FirstOrDefault(r => string.Equals(r.Hostname, name, StringComparison.OrdinalIgnoreCase) || r.Fqdn == name || r.SystemId == name) is { } rack)
                ids.Add(rack.SystemId);
            else
                WriteError(ErrorRecords.NotFound(ErrorIds.RackControllerNotFound, $"MAAS has no rack controller {name}; it has {string.Join(", ", racks)}.", name));
        }

        var vlans = Fetch(token => Connection.Client.Fabrics.ListAsync(token)).SelectMany(f => f.Vlans).ToList();
        var own = vlans.Where(v => (v.PrimaryRack is { } primary && ids.Contains(primary)) || (v.SecondaryRack is { } secondary && ids.Contains(secondary))).Select(v => v.Id).ToHashSet();
        return [.. own, .. vlans.Where(v => v.RelayVlan is { } relay && own.Contains(relay.Id)).Select(v => v.Id)];
    }

    private void TellFindings(IReadOnlyList<ValidationFinding> findings)
    {
        foreach (var finding in findings.Where(f => f.Severity == ValidationSeverity.Info))
            WriteVerbose($"{finding.Message} {finding.Diagnostic}");
        var grave = findings.Where(f => f.Severity != ValidationSeverity.Info).ToList();
        foreach (var finding in grave.Take(MostTold))
            WriteWarning($"{finding.Message} {finding.Diagnostic}");
        if (grave.Count > MostTold)
            WriteWarning($"And {grave.Count - MostTold} more of what the design does not say; its property Findings has all {findings.Count}.");
    }

    /// <summary>What the design does not say stands in the file where one looks for it.</summary>
    private static Dictionary<string, IReadOnlyList<string>> WriteComments(MaasSession session, IReadOnlyList<ValidationFinding> findings)
    {
        var comments = findings.Where(f => f.RuleId != "SecretLeftOut").GroupBy(f => ChooseFile(f.Resource ?? "")).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<string>)[$"Made of {session.Url}. Not said here:", .. g.Select(f => $"- {f.Message[(f.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..]}")],
            StringComparer.Ordinal);
        foreach (var file in new[] { "region.yaml", "links.yaml", "networks.yaml", "nodes.yaml" })
            comments.TryAdd(file, [$"Made of {session.Url}."]);
        return comments;
    }

    private static string ChooseFile(string resource) => resource.Split(' ')[0] switch
    {
        "Machine" or "Interface" or "Link" => "nodes.yaml",
        "Subnet" or "Vlan" or "IPRange" or "StaticRoute" or "ReservedIP" or "DhcpSnippet" or "Domain" => "networks.yaml",
        "Fabric" => "links.yaml",
        _ => "region.yaml",
    };
}
