using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Seeding;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>Starts a MAAS without hardware in this process, for rehearsals and tests.</summary>
[Cmdlet(VerbsLifecycle.Start, "MaasSimulator", DefaultParameterSetName = NewSet)]
[OutputType(typeof(SimulatedMaas))]
public sealed class StartMaasSimulatorCommand : ModuleCommand
{
    private const string NewSet = "New";
    private const string SavedSet = "Saved";

    /// <summary>The site whose nodes are enlisted as machines, with its racks, images and networks.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = NewSet)]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? Design { get; set; }

    /// <summary>How many generic machines to enlist beside those of the design.</summary>
    [Parameter(ParameterSetName = NewSet)]
    [ValidateRange(0, 10000)]
    public int MachineCount { get; set; }

    /// <summary>Addresses of rack controllers beside those the design's DHCP relays point to.</summary>
    [Parameter(ParameterSetName = NewSet)]
    [ValidateNotNull]
    public IPAddress[] RackAddress { get; set; } = [];

    /// <summary>A file from Save-MaasSimulator to go on from; machines under way go on, and the API keys stay the same.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SavedSet)]
    [ValidateNotNullOrEmpty]
    public string? State { get; set; }

    /// <summary>The version of MAAS to answer as: 3.4 or 3.7; 3.4 when left out, or as it was saved.</summary>
    [Parameter]
    [ValidateSet("3.4", "3.7")]
    public string? MaasVersion { get; set; }

    /// <summary>What goes wrong from the first request on: hash tables of what Set-MaasSimulatorFault takes, or its results.</summary>
    [Parameter]
    [ValidateNotNull]
    public SimulatorFault[] Fault { get; set; } = [];

    /// <summary>Time added to every answer, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 60000)]
    public int Latency { get; set; }

    /// <summary>How many times faster than real time machines commission and deploy; 60 when left out, or as it was saved.</summary>
    [Parameter]
    [ValidateRange(0.001, 1000000)]
    public double Speed { get; set; }

    /// <summary>The TCP port on 127.0.0.1; any free one when left out.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Starts it.</summary>
    protected override void ProcessRecord()
    {
        var file = State is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(State);
        try
        {
            var simulator = new SimulatedMaas(MaasSimulator.Start(MakeOptions(file)), TimeProvider.System.GetUtcNow());
            RunningSimulators.Add(simulator);
            WriteObject(simulator);
        }
        catch (SocketException e)
        {
            ThrowTerminatingError(ErrorRecords.PortTaken(e, Port));
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(State));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.FileNotRead(e, file!));
        }
    }

    private SimulatorOptions MakeOptions(string? file) => new()
    {
        Design = Design,
        MachineCount = MachineCount,
        RackAddresses = [.. RackAddress.Select(address => address.ToString())],
        MaasVersion = MaasVersion,
        StatePath = file,
        Faults = Fault,
        Latency = TimeSpan.FromMilliseconds(Latency),
        Speed = MyInvocation.BoundParameters.ContainsKey(nameof(Speed)) ? Speed : null,
        Port = Port,
    };
}
