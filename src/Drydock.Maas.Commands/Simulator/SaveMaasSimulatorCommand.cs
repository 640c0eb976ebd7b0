using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>Saves what a simulator knows, and what is under way on it, to a file to go on from.</summary>
[Cmdlet(VerbsData.Save, "MaasSimulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(FileInfo))]
public sealed class SaveMaasSimulatorCommand : ModuleCommand
{
    /// <summary>What Start-MaasSimulator returned.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [LiveObject("Start-MaasSimulator")]
    public SimulatedMaas? Simulator { get; set; }

    /// <summary>The JSON file to write; it holds the keys and power parameters of the simulated site, readable by you only.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Saves it.</summary>
    protected override void ProcessRecord()
    {
        var file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        if (!ShouldProcess(target: file, action: $"Save {Simulator}"))
            return;
        try
        {
            Simulator!.Save(file);
            WriteObject(new FileInfo(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.FileNotWritten(e, file));
        }
    }
}
