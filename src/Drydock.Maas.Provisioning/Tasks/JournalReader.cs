using System.Text.Json;
using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>Reads journals; a line that was torn when the writer ended is passed over.</summary>
public static class JournalReader
{
    /// <summary>The tasks of a journal, in the order begun.</summary>
    /// <exception cref="MaasException">JournalNotFound, JournalNotReadable.</exception>
    public static IReadOnlyList<JournalTask> Read(string path)
    {
        var tasks = new List<JournalTask>();
        var all = ReadRecords(path);
        if (all.Find(r => r.Version > JournalRecord.CurrentVersion) is { } newer)
            throw new MaasException(
                ErrorIds.JournalNotReadable,
                $"The journal {path} holds a task of version {newer.Version}, and this release reads up to {JournalRecord.CurrentVersion}: "
                + "update Drydock.Maas.");
        foreach (var records in all.GroupBy(r => r.Task))
        {
            if (records.FirstOrDefault(r => r is { Kind: JournalRecord.BeginKind, Settings: not null }) is { } begin)
            {
                tasks.Add(new(begin.Settings!, begin.Design ?? new(), begin.Server, Summarise(path, begin, [.. records]))
                {
                    Machines = GetMachines(begin, records),
                });
            }
        }

        return tasks;
    }

    private static List<JournalRecord> ReadRecords(string path)
    {
        try
        {
            var records = new List<JournalRecord>();
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            while (reader.ReadLine() is { } line)
            {
                if (Parse(line) is { } record)
                    records.Add(record);
            }

            return records;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MaasException(ErrorIds.JournalNotFound, $"There is no journal {path}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MaasException(ErrorIds.JournalNotReadable, $"The journal {path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>What a task that was gone on with was to destroy counts for the one that goes on with it, whatever came back since.</summary>
    private static Dictionary<string, IReadOnlyList<string>> GetMachines(JournalRecord begin, IEnumerable<JournalRecord> records)
    {
        var machines = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (node, ids) in begin.Machines ?? machines)
            machines[node] = ids;
        if (begin.Settings!.Action != DrydockTaskAction.DestroyNodes)
            return machines;
        foreach (var node in records.Where(r => r is { IsNode: true, Target: not null }).GroupBy(r => r.Target!).Where(n => !machines.ContainsKey(n.Key)))
        {
            var ids = node.Select(r => r.SystemId).OfType<string>().Distinct().ToList();
            if (ids.Count > 0 || node.Any(r => r is { Kind: JournalRecord.StepKind, Status: StepStatus.Changed or StepStatus.Unchanged }))
                machines[node.Key] = ids;
        }

        return machines;
    }

    private static JournalRecord? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, JournalJson.Default.JournalRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DrydockTaskResult Summarise(string path, JournalRecord begin, List<JournalRecord> records)
    {
        var end = records.Find(r => r.Kind == JournalRecord.EndKind);
        var results =
            records.Where(r => r is { Kind: JournalRecord.StepKind, Step: not null, Target: not null, Status: not null }).ToList();
        var steps = TaskSteps.Choose(begin.Settings!)
            .Select(s => Verdicts.Step(s, [.. results.Where(r => r.Step == s.Name).Select(ToResult)], without: Without(s, end)))
            .ToList();
        return new()
        {
            Id = begin.Task,
            Action = begin.Settings!.Action,
            Site = begin.Design?.Site,
            Verdict = end?.Verdict ?? (records.Exists(r => r.Kind == JournalRecord.StopKind) ? DrydockTaskVerdict.Stopped : DrydockTaskVerdict.Incomplete),
            MeetsCriteria = end?.MeetsCriteria ?? false,
            Steps = steps,
            Nodes =
                [.. results.Where(r => r.IsNode == true).GroupBy(r => r.Target!).Select(
                    r => ToNode(r.Key, [.. r.Select(ToResult)], steps.Count))],
            Messages = [.. steps.SelectMany(s => s.Results).SelectMany(Verdicts.Messages)],
            MaasUrl = Uri.TryCreate(begin.Server?.Url, UriKind.Absolute, out var url) ? url : null,
            StartedAt = begin.At,
            Duration = (end?.At ?? records.Max(r => r.At)) - begin.At,
            JournalPath = path,
        };
    }

    /// <summary>A step of the site of a task that ended was taken, and found nothing of its kind.</summary>
    private static DrydockTaskVerdict Without(TaskStep step, JournalRecord? end) =>
        step.ForSite is not null && end is not null ? DrydockTaskVerdict.NothingSelected : DrydockTaskVerdict.Incomplete;

    private static DrydockTaskNode ToNode(string name, List<DrydockStepResult> results, int steps) => new()
    {
        Name = name,
        Verdict = Verdicts.JudgeNode(results, steps, false),
        Step = results[^1].Step,
        Results = results,
        Duration = results.Aggregate(TimeSpan.Zero, (sum, r) => sum + r.Duration),
        Error = results[^1].Error,
        Reason = results[^1].Error?.Message,
    };

    private static DrydockStepResult ToResult(JournalRecord record) => new()
    {
        Target = record.Target!,
        Step = record.Step!,
        Status = record.Status!.Value,
        IsDeclined = record.IsDeclined ?? false,
        Changes = record.Changes ?? [],
        Drift = record.Drift ?? [],
        Messages = record.Messages ?? [],
        StartedAt = record.At,
        Duration = TimeSpan.FromSeconds(record.Seconds ?? 0),
        Error = record.Error is null ? null : new MaasException(record.ErrorId ?? ErrorIds.UnexpectedError, record.Error),
    };
}
