using System.Management.Automation;
using System.Net.Sockets;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Design;
using Drydock.Maas.Simulator;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>Starts a MAAS without hardware in this process, for rehearsals and tests.</summary>
[Cmdlet(VerbsLifecycle.Start, "MaasSimulator")]
[OutputType(typeof(SimulatedMaas))]
public sealed class StartMaasSimulatorCommand : PSCmdlet
{
    /// <summary>The site whose nodes are enlisted as machines, with its racks, images and networks.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public SiteDesign? Design { get; set; }

    /// <summary>How many generic machines to enlist beside those of the design.</summary>
    [Parameter]
    [ValidateRange(0, 10000)]
    public int MachineCount { get; set; }

    /// <summary>Time added to every answer, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 60000)]
    public int Latency { get; set; }

    /// <summary>How many times faster than real time machines commission and deploy.</summary>
    [Parameter]
    [ValidateRange(0.001, 1000000)]
    public double Speed { get; set; } = 60;

    /// <summary>The TCP port on 127.0.0.1; any free one when left out.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Starts it.</summary>
    protected override void ProcessRecord()
    {
        var options = new SimulatorOptions
        {
            Design = Design,
            MachineCount = MachineCount,
            Latency = TimeSpan.FromMilliseconds(Latency),
            Speed = Speed,
            Port = Port,
        };
        try
        {
            var simulator = new SimulatedMaas(MaasSimulator.Start(options), Speed, TimeProvider.System.GetUtcNow());
            RunningSimulators.Add(simulator);
            WriteObject(simulator);
        }
        catch (SocketException e)
        {
            ThrowTerminatingError(ErrorRecords.PortTaken(e, Port));
        }
    }
}
