using System.Management.Automation;
using Drydock.Maas.Simulation;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>The requests a simulator has answered, oldest first: the proof of what a runbook did, or that it wrote nothing.</summary>
[Cmdlet(VerbsCommon.Get, "MaasSimulatorRequest")]
[OutputType(typeof(SimulatedRequest), typeof(SimulatedRequestCount))]
public sealed class GetMaasSimulatorRequestCommand : SimulatorCommand
{
    /// <summary>Only requests whose path or template matches; wildcards, for example machines/*.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(SimulatedPathCompleter))]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Only requests of these HTTP methods.</summary>
    [Parameter]
    [ValidateSet("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS")]
    public string[]? Method { get; set; }

    /// <summary>Only requests of this op; wildcards.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SimulatedOperationCompleter))]
    [SupportsWildcards]
    public string[]? Operation { get; set; }

    /// <summary>Only requests answered with these HTTP statuses; 0 is no answer at all.</summary>
    [Parameter]
    public int[]? Status { get; set; }

    /// <summary>Only requests that may change something.</summary>
    [Parameter]
    public SwitchParameter Write { get; set; }

    /// <summary>Only requests that met a fault.</summary>
    [Parameter]
    public SwitchParameter Faulty { get; set; }

    /// <summary>Only this many of the last ones.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = int.MaxValue;

    /// <summary>Count them by method, path template and op instead of listing them.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Lists or counts them.</summary>
    protected override void ProcessRecord()
    {
        var (paths, operations) = (MakePatterns(Path), MakePatterns(Operation));
        foreach (var simulator in Targets)
        {
            var requests = simulator.AllRequests.Where(request => Selects(request, paths, operations)).TakeLast(Last);
            if (Summary)
                WriteObject(SimulatedRequestCount.CountByRoute(requests), enumerateCollection: true);
            else
                WriteObject(requests, enumerateCollection: true);
        }
    }

    private static WildcardPattern[]? MakePatterns(string[]? texts) =>
        texts?.Select(text => WildcardPattern.Get(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToArray();

    private bool Selects(SimulatedRequest request, WildcardPattern[]? paths, WildcardPattern[]? operations) =>
        (!Write || request.IsWrite)
        && (!Faulty || request.Fault is not null)
        && (Status is null || Status.Contains(request.Status))
        && (Method is null || Method.Contains(request.Method, StringComparer.OrdinalIgnoreCase))
        && (operations is null || (request.Operation is { } op && Array.Exists(operations, pattern => pattern.IsMatch(op))))
        && (paths is null || Array.Exists(
            paths,
            pattern => pattern.IsMatch(request.Path) || pattern.IsMatch(request.RelativePath) || pattern.IsMatch(request.Template)));
}
