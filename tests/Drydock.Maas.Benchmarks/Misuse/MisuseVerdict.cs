using System.Management.Automation;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Benchmarks.Misuse;

/// <summary>One line as it was run: what was asked and shown, what came out, what the servers were asked, and how the machines were before.</summary>
internal sealed record MisuseEvidence(
    OperatorLine Line,
    OperatorOutcome Outcome,
    string Told,
    IReadOnlyList<string> Questions,
    IReadOnlyList<SimulatedRequest> Production,
    IReadOnlyList<SimulatedRequest> Staging,
    IReadOnlyDictionary<string, MachineFacts> Before,
    IReadOnlyDictionary<string, MachineFacts> After,
    bool MovesMeanwhile);

/// <summary>The invariants, held against the requests of one line.</summary>
internal static class MisuseVerdict
{
    private static readonly MachineStatus[] Settled =
        [MachineStatus.New, MachineStatus.Ready, MachineStatus.Allocated, MachineStatus.Deployed, MachineStatus.Broken];

    private static readonly string[] OthersSwitches = ["Other", "Owner", "Foreign"];

    public static IEnumerable<string> Judge(MisuseEvidence run)
    {
        var meant = Wire.Writes(run.Line.IsForStaging == true ? run.Staging : run.Production);
        var otherServer = Wire.Writes(run.Line.IsForStaging == true ? run.Production : run.Staging);
        if (run.Line.IsForStaging is null)
            otherServer = [.. Wire.Writes(run.Production), .. Wire.Writes(run.Staging)];
        return
        [
            .. otherServer.Select(r => $"written to a MAAS that was not meant: {r}"),
            .. run.Line.IsForStaging is null ? [] : JudgeMachines(run, meant),
            .. run.Line.IsForStaging is null ? [] : JudgeManner(run, meant),
            .. JudgeResults(run, meant),
        ];
    }

    private static IEnumerable<string> JudgeMachines(MisuseEvidence run, IReadOnlyList<SimulatedRequest> writes)
    {
        foreach (var request in writes)
        {
            if (Wire.MachineOf(request) is { } id && !run.Line.Input.SystemIds.Contains(id))
                yield return $"a machine that nobody named was written to: {request}";
            else if (Wire.MachineOf(request) is null && !run.Line.IsOfSite && !IsTagOf(run.Line, request) && request.Operation != "allocate")
                yield return $"what all machines share was written to: {request}";
            if (Wire.MachineOf(request) is { } taken && TakesFromOthers(request) && run.Before.GetValueOrDefault(taken)?.Owner == "other"
                && !run.MovesMeanwhile && !run.Line.Switches.Any(s => OthersSwitches.Any(o => s.Contains(o, StringComparison.Ordinal)))
                && run.Line.CommandName is not ("Invoke-MaasApi" or "Stop-MaasMachine" or "Set-MaasMachineBroken" or "Stop-MaasOperation"))
                yield return $"somebody else's machine, and no switch said so: {request}";
        }

        foreach (var (id, before) in run.Before.Where(_ => !run.MovesMeanwhile))
        {
            if (!run.Line.Input.SystemIds.Contains(id) && Difference(before, run.After.GetValueOrDefault(id)) is { } change)
                yield return $"a machine that nobody named has changed: {before.Hostname}, {change}";
        }
    }

    private static IEnumerable<string> JudgeManner(MisuseEvidence run, IReadOnlyList<SimulatedRequest> writes)
    {
        if (run.Line.Manner is Manner.Rehearses or Manner.Declines)
        {
            foreach (var request in writes)
                yield return $"written although {run.Line.Manner}: {request}";
            yield break;
        }

        foreach (var request in writes)
        {
            if (Wire.WordsFor(request) is not { } words)
                continue;
            if (run.Line.Manner == Manner.DeclinesWhenAsked)
            {
                if (MustAskByItself(run, request))
                    yield return $"not asked about: {request}";
            }
            else if (!run.MovesMeanwhile && !words.IsMatch(run.Told))
            {
                yield return $"neither plan nor question told of it: {request}";
            }
        }
    }

    // What ends what a machine runs, or takes a machine away, asks by itself.
    private static bool MustAskByItself(MisuseEvidence run, SimulatedRequest request)
    {
        var runs = Wire.MachineOf(request) is { } id && run.Before.GetValueOrDefault(id)?.Status == MachineStatus.Deployed;
        return request.Operation is "abort" or "release" && run.Line.CommandName is "Invoke-MaasRelease" or "Remove-MaasNode" or "Invoke-MaasApi" or "Stop-MaasOperation"
            || (request.Operation == "power_off" && runs && !run.MovesMeanwhile)
            || (request.Method == "DELETE" && run.Line.CommandName is "Invoke-MaasApi" or "Remove-MaasNode");
    }

    private static IEnumerable<string> JudgeResults(MisuseEvidence run, IReadOnlyList<SimulatedRequest> writes)
    {
        foreach (var result in run.Outcome.Output.Where(o => o?.BaseObject is not null))
        {
            if (Value(result, "Verdict") is "Success" && Value(result, "Action") is not null)
            {
                if (run.Line.Manner == Manner.Rehearses)
                    yield return "a plan is told as Success";
                if (run.Line.Input.SystemIds.Count == 0)
                    yield return $"Success for no nodes: {result}";
                if (run.Line.Manner == Manner.Declines && writes.Count == 0 && ChangesOf(result) > 0)
                    yield return "a declined task is told as Success";
            }

            if (Value(result, "Step") is { } step && Value(result, "Status") is { } status)
            {
                if (status == "Changed" && writes.Count == 0)
                    yield return $"Changed without a write: {result}";
                if (status == "Unchanged" && !run.MovesMeanwhile && IsNotAsTold(run, step))
                    yield return $"Unchanged although it is not so: {result}";
            }
        }
    }

    private static bool IsNotAsTold(MisuseEvidence run, string step) =>
        run.Line.Input.SystemIds.Count == 1 && run.After.GetValueOrDefault(run.Line.Input.SystemIds[0]) is var machine && step switch
        {
            "Deploy" => machine?.Status != MachineStatus.Deployed,
            "Release" => machine?.Status == MachineStatus.Deployed,
            "Remove" => machine is not null,
            _ => false,
        };

    // What a machine was in the middle of goes on without us.
    private static string? Difference(MachineFacts before, MachineFacts? after) => after switch
    {
        null => "it is gone",
        _ when after.Hostname != before.Hostname => $"renamed to {after.Hostname}",
        _ when after.Owner != before.Owner && Settled.Contains(before.Status) => $"owner {before.Owner ?? "nobody"} -> {after.Owner ?? "nobody"}",
        _ when after.Status != before.Status && Settled.Contains(before.Status) => $"{before.Status} -> {after.Status}",
        _ when !after.Tags.SequenceEqual(before.Tags) && Settled.Contains(before.Status) => $"tags {string.Join(' ', before.Tags)} -> {string.Join(' ', after.Tags)}",
        _ => null,
    };

    private static bool TakesFromOthers(SimulatedRequest request) =>
        request.Operation is "release" or "abort" or "deploy" or "commission" or "set_storage_layout" || request.Method == "DELETE";

    private static bool IsTagOf(OperatorLine line, SimulatedRequest request) =>
        request.RelativePath.StartsWith("tags/", StringComparison.Ordinal)
            && line.CommandName is "Add-MaasTagMember" or "Remove-MaasTagMember" or "Set-MaasNodePlatform" or "Invoke-MaasDeploy" or "Remove-MaasNode";

    private static int ChangesOf(PSObject result) => Value(result, "ChangeCount") is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static string? Value(PSObject result, string property) => result.Properties[property]?.Value?.ToString();
}
