using System.Collections;
using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Identity;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Machines;

/// <summary>Makes a machine known to MAAS that has never booted from it, and commissions it where asked (POST machines/).</summary>
[Cmdlet(VerbsCommon.Add, "MaasMachine", DefaultParameterSetName = "Add", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class AddMaasMachineCommand : MaasCommand
{
    private const string AddSet = "Add";
    private const string CommissionSet = "Commission";
    private const string NodeSet = "Node";
    private const string AddressParameter = "power_address";

    // MAAS knows a machine by its controller alone with this one only.
    private const string Ipmi = "ipmi";

    /// <summary>The short name; MAAS makes one up when left out.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Hostname { get; set; }

    /// <summary>MAC addresses of its interfaces; one at least, unless it has an IPMI controller, which MAAS knows it by.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] MacAddress { get; set; } = [];

    /// <summary>The architecture, for example amd64 or arm64/generic.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageArchitectureCompleter))]
    public string Architecture { get; set; } = "amd64/generic";

    /// <summary>The DNS domain's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DomainNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Domain { get; set; }

    /// <summary>The availability zone's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ZoneNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Zone { get; set; }

    /// <summary>The resource pool's name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ResourcePoolNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Pool { get; set; }

    /// <summary>The description.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>The power driver: ipmi, redfish, virsh, manual and so on.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = AddSet)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = CommissionSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowerTypeCompleter))]
    public string PowerType { get; set; } = "";

    /// <summary>Parameters of the power driver, for example @{ power_address = '10.0.0.9' }; secrets may be SecureStrings.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public IDictionary PowerParameter { get; set; } = new Hashtable();

    /// <summary>Account and password of the management controller.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Credential]
    public PSCredential? PowerCredential { get; set; }

    /// <summary>Commission it at once.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CommissionSet)]
    public SwitchParameter Commission { get; set; }

    /// <summary>Leave it on with SSH after commissioning.</summary>
    [Parameter(ParameterSetName = CommissionSet)]
    public SwitchParameter EnableSsh { get; set; }

    /// <summary>Let commissioning leave the management controller's user alone.</summary>
    [Parameter(ParameterSetName = CommissionSet)]
    public SwitchParameter SkipBmcConfig { get; set; }

    /// <summary>Let commissioning leave the network configuration alone.</summary>
    [Parameter(ParameterSetName = CommissionSet)]
    public SwitchParameter SkipNetworking { get; set; }

    /// <summary>Let commissioning leave the storage configuration alone.</summary>
    [Parameter(ParameterSetName = CommissionSet)]
    public SwitchParameter SkipStorage { get; set; }

    /// <summary>Names of the commissioning scripts to run; MAAS chooses when left out.</summary>
    [Parameter(ParameterSetName = CommissionSet)]
    [ArgumentCompleter(typeof(CommissioningScriptCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] CommissioningScript { get; set; } = [];

    /// <summary>Tests to run after commissioning, or none; MAAS's choice when left out.</summary>
    [Parameter(ParameterSetName = CommissionSet)]
    [ArgumentCompleter(typeof(TestingScriptCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] TestingScript { get; set; } = [];

    /// <summary>A node of a design that is piped in: Add-MaasNode is for those.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = NodeSet, DontShow = true)]
    [NodeOfDesign]
    public DrydockNode? Node { get; set; }

    private string Name => Hostname ?? (MacAddress.Length > 0 ? MacAddress[0] : PowerParameter[AddressParameter]?.ToString() ?? PowerType);

    /// <summary>Looks whether MAAS has the machine, asks, and makes it.</summary>
    protected override void ProcessRecord()
    {
        if (Node is { } node)
        {
            WriteError(ErrorRecords.InvalidArgument(
                ErrorIds.NodeOfDesign, $"Node {node.Name} of a design is enlisted with Add-MaasNode, by what the design knows of its controller.", node));
            return;
        }

        if (MacAddress.Length == 0 && !NameFilter.IsSame(PowerType, Ipmi))
        {
            WriteError(ErrorRecords.InvalidArgument(
                ErrorIds.MacAddressMissing,
                $"MAAS takes a machine with power type {PowerType} only with a MAC address (-MacAddress); without one it has to have an IPMI controller.",
                Name));
            return;
        }

        try
        {
            if (Await(FindAsync) is { } present)
                WriteError(MakeExistsError(present.Machine, present.By));
            else if (ShouldProcess(Name, Commission ? "add to MAAS and commission" : "add to MAAS"))
                WriteObject(Await(token => Connection.Client.Machines.CreateAsync(MakeRequest(), token)));
        }
        catch (MaasException e)
        {
            WriteError(e.ToErrorRecord(Name));
        }
    }

    /// <summary>A machine of one of the MAC addresses or of the controller; two machines of one controller MAAS cannot tell apart.</summary>
    private async Task<(Machine Machine, string By)?> FindAsync(CancellationToken token)
    {
        var machines = Connection.Client.Machines;
        if (MacAddress.Length > 0
            && await machines.ListAsync(new MachineFilter { MacAddresses = MacAddress }, token).ConfigureAwait(false) is [var known, ..])
            return (known, "MAC address");
        if (!NameFilter.IsSame(PowerType, Ipmi) || ControllerAddress.Parse(PowerParameter[AddressParameter]?.ToString()) is not { } wanted)
            return null;
        var controllers = new BmcRegister(await BmcRegister.ReadParametersAsync(machines, token).ConfigureAwait(false));
        return controllers.FindMachines(wanted).FirstOrDefault() is { } owner
            ? (await machines.GetAsync(owner, token).ConfigureAwait(false), "power address")
            : null;
    }

    private ErrorRecord MakeExistsError(Machine machine, string by) => ErrorRecords.InvalidArgument(
        ErrorIds.MachineExists, $"MAAS has a machine with that {by}: {machine} ({machine.SystemId}).", Name);

    private MachineCreateRequest MakeRequest() => new()
    {
        Hostname = Hostname,
        MacAddresses = MacAddress,
        Architecture = Architecture.Contains('/', StringComparison.Ordinal) ? Architecture : $"{Architecture}/generic",
        Domain = Domain,
        Zone = Zone,
        Pool = Pool,
        Description = Description,
        PowerType = PowerType,
        PowerParameters = PowerInput.Read(PowerParameter, PowerCredential),
        Commission = Commission ? MakeCommissionRequest() : null,
    };

    private CommissionRequest MakeCommissionRequest() => new()
    {
        EnableSsh = EnableSsh,
        SkipBmcConfig = SkipBmcConfig,
        SkipNetworking = SkipNetworking,
        SkipStorage = SkipStorage,
        CommissioningScripts = CommissioningScript,
        TestingScripts = TestingScript,
    };
}
