using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Creation;
using Drydock.Maas.Design.Export;

namespace Drydock.Maas.Commands.Design;

/// <summary>Writes a site from nothing: from names, controllers, MAC addresses and addresses of machines.</summary>
[Cmdlet(VerbsCommon.New, "DrydockDesign", SupportsShouldProcess = true)]
[OutputType(typeof(SiteDesign))]
public sealed class NewDrydockDesignCommand : ModuleCommand
{
    private readonly List<NewNode> _nodes = [];

    /// <summary>The name of the site.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidatePattern(@"^[A-Za-z0-9][A-Za-z0-9_-]*$")]
    public string Name { get; set; } = "";

    /// <summary>
    /// Its machines: rows with Name and, as far as they are known, Bmc, Mac, Address and Rack, of a CSV, hashtables or objects; names alone will do, too.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[] Node { get; set; } = [];

    /// <summary>Its networks: rows with Name and Cidr, and Vlan, Gateway, Dns, Domain, Mtu and Dhcp (first-last) as far as they have them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public PSObject[] Network { get; set; } = [];

    /// <summary>NICs of the machines as Linux calls them: the one that boots, then those that carry the networks, which are bonded where they are several.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Nic { get; set; } = ["eno1"];

    /// <summary>The disk that the system is put on, as Linux calls it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Disk { get; set; } = "sda";

    /// <summary>What is deployed.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ImageNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Image { get; set; } = "jammy";

    /// <summary>The type of the management controllers.</summary>
    [Parameter]
    [ValidateSet("ipmi", "redfish")]
    public string OobType { get; set; } = "ipmi";

    /// <summary>Account and password of the management controllers; a placeholder stands in the place of the password when left out.</summary>
    [Parameter]
    [ValidateNotNull]
    public PSCredential? OobCredential { get; set; }

    /// <summary>Public SSH keys of those who may log in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] AuthorizedKey { get; set; } = [];

    /// <summary>The folder to write, a file for each kind of document; nothing is written when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Overwrite files that are there.</summary>
    [Parameter]
    public SwitchParameter Overwrite { get; set; }

    /// <summary>Collects the machines.</summary>
    protected override void ProcessRecord() => Refuse(() => _nodes.AddRange(Node.Select(NewSiteReader.ReadNode)));

    /// <summary>Makes the site and writes it.</summary>
    protected override void EndProcessing() => Refuse(() =>
    {
        var site = SiteCreator.Create(new(Name)
        {
            Nodes = _nodes,
            Networks = [.. Network.Select(NewSiteReader.ReadNetwork)],
            Nics = Nic,
            Disk = Disk,
            Image = Image,
            OobType = OobType,
            Account = OobCredential?.UserName ?? "maas",
            Credential = OobCredential?.GetNetworkCredential().Password,
            AuthorizedKeys = AuthorizedKey,
        });
        var folder = new DesignFolder(AuthoredDesign.Write(site, Comments));
        var path = Path is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        var design = Await(token => Task.FromResult(folder.Read(path, token)));
        if (path is not null)
            Write(folder, path);
        if (site.Nodes.Any(n => n.Oob.Credential?.Reveal() == OobSettings.Placeholder))
            WriteWarning("The passwords of management controllers are placeholders: write them into secrets.yaml, or give -OobCredential.");
        if (_nodes.Count > 0 && !site.Networks.Any(n => n.HasDhcp))
            WriteWarning("No network has a DHCP range, and machines boot by DHCP: give one Dhcp = 'first-last', unless a server of your own leads machines to MAAS.");
        WriteObject(design);
    });

    /// <summary>What to look at first, in the files where it stands.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Comments = new(StringComparer.Ordinal)
    {
        ["region.yaml"] = ["Write public keys under authorized_keys, package repositories under repositories.", "Every key is told at docs/design/Region.md."],
        ["links.yaml"] = ["Bonding and MTU are the link's; which VLAN has which tag is the network's.", "Every key is told at docs/design/NetworkLink.md."],
        ["networks.yaml"] = ["Ranges of type dhcp are what MAAS gives to machines that boot.", "Every key is told at docs/design/Network.md."],
        ["hardware.yaml"] = ["Names for NICs and disks may be written here, where machines call theirs otherwise: docs/design/HardwareProfile.md."],
        ["profiles.yaml"] = ["Under interfaces, slaves are NICs as Linux calls them. Storage, kernel and its parameters go here, too.", "Every key is told at docs/design/HostProfile.md."],
        ["nodes.yaml"] = ["A machine more is a document more. Every key is told at docs/design/BaremetalNode.md."],
    };

    private void Write(DesignFolder folder, string path)
    {
        if (!Overwrite && folder.FindObstacle(path) is { } obstacle)
            ThrowTerminatingError(obstacle);
        try
        {
            folder.Write(path, file => ShouldProcess(file, $"Write site {Name}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.FileNotWritten(e, path));
        }
    }

    /// <summary>A site that contradicts itself is none.</summary>
    private void Refuse(Action work)
    {
        try
        {
            work();
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(Name));
        }
    }
}
