using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.Tasks;

/// <summary>What is written is read again, whatever happened to the file's end.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("journal-").FullName, "new", "task.journal");
    private readonly Guid _task = Guid.NewGuid();

    private static TaskServer Server => new("http://maas.example.com:5240/MAAS", "admin");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(_path))!, recursive: true);

    [Fact]
    public void A_task_that_was_cut_off_tells_how_far_it_came()
    {
        Write(j => j.Add(_task, Result("n1", StepStatus.Changed)));
        var task = Assert.Single(JournalReader.Read(_path));
        Assert.Equal((DrydockTaskVerdict.Incomplete, "harbour"), (task.Result.Verdict, task.Result.Site));
        Assert.Equal(["rack1"], task.Settings.Racks);
        Assert.Equal(Server, task.Server);
        Assert.Equal("set mtu of Interface eth0: 1500 -> 9000", task.Result.Steps[0].Results[0].Changes[0].ToString());
    }

    [Fact]
    public void A_journal_of_every_version_there_was_is_read()
    {
        for (var version = 0; version <= JournalRecord.CurrentVersion; version++)
        {
            var tasks = JournalReader.Read(Path.Combine(AppContext.BaseDirectory, "Fixtures", $"journal-{version}.jsonl"));

            Assert.Equal(["PrepareSite Success", "PrepareNodes Success", "DeployNodes PartialSuccess"], tasks.Select(t => $"{t.Result.Action} {t.Result.Verdict}"));
            Assert.All(tasks, t => Assert.Equal(("harbour", "admin"), (t.Result.Site, t.Server?.User)));
            Assert.All(tasks, t => Assert.Equal(7, t.Design.Sources.Count));
            Assert.Equal(["control01", "worker02"], tasks[2].Settings.Names);
            Assert.Equal(["worker02: Network", "control01: Deploy"], tasks[2].Result.Nodes.Select(n => $"{n.Name}: {n.Step}"));
            Assert.Equal("WrongMachineState", Assert.IsType<MaasException>(tasks[2].Result.Nodes[0].Error).ErrorId);
            Assert.Contains(tasks[2].Result.Steps.SelectMany(s => s.Results).SelectMany(r => r.Changes), c => c.Action == ChangeAction.Allocate && c.Before == "Ready");
        }
    }

    [Fact]
    public void A_task_says_its_version_and_one_of_a_later_release_is_refused()
    {
        Write(j => j.Add(_task, Result("n1", StepStatus.Changed)));
        var written = File.ReadAllText(_path);
        var ours = $"\"version\":{JournalRecord.CurrentVersion},";
        Assert.Contains(ours, written, StringComparison.Ordinal);
        File.WriteAllText(_path, written.Replace(ours, "\"version\":99,", StringComparison.Ordinal));

        var error = Assert.Throws<MaasException>(() => JournalReader.Read(_path));

        Assert.Equal("JournalNotReadable", error.ErrorId);
        Assert.Contains("version 99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_keeps_its_identifier()
    {
        Write(j => j.Add(_task, Result("n1", StepStatus.Failed)));
        var error = Assert.IsType<MaasException>(Assert.Single(JournalReader.Read(_path)).Result.Nodes[0].Error);
        Assert.Equal(("DeployFailed", "no"), (error.ErrorId, error.Message));
    }

    [Fact]
    public void Every_cut_of_the_file_is_read_and_written_on()
    {
        Write(j => j.Add(_task, Result("n1", StepStatus.Changed)));
        var whole = File.ReadAllBytes(_path);
        var begin = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var length = begin; length <= whole.Length; length += 7)
        {
            File.WriteAllBytes(_path, whole[..length]);
            using (var journal = TaskJournal.Open(_path, Assert.Fail))
                journal.Add(_task, Result("n2", StepStatus.Unchanged));
            Assert.Contains("n2", Assert.Single(JournalReader.Read(_path)).Result.Nodes.Select(n => n.Name));
        }
    }

    [Fact]
    public void Each_line_is_in_the_file_when_its_step_has_ended()
    {
        Write(j =>
        {
            j.Add(_task, Result("n1", StepStatus.Changed));
            Assert.Equal(["n1"], JournalReader.Read(_path)[0].Result.Nodes.Select(n => n.Name));
        });
    }

    [Fact]
    public void Two_writers_do_not_share_a_journal() => Write(_ =>
        Assert.Equal("JournalNotWritable", Assert.Throws<MaasException>(() => TaskJournal.Open(_path, Assert.Fail)).ErrorId));

    [Fact]
    public void A_journal_that_is_not_there_is_told() =>
        Assert.Equal("JournalNotFound", Assert.Throws<MaasException>(() => JournalReader.Read(_path)).ErrorId);

    [Fact]
    public void What_a_task_was_to_destroy_is_known_by_its_id()
    {
        Write(
            j =>
            {
                j.Aim(_task, DateTimeOffset.UnixEpoch, "Remove", "n1", "aaa111");
                j.Add(_task, Result("n1", StepStatus.Changed, "Remove"));
                j.Aim(_task, DateTimeOffset.UnixEpoch, "Remove", "n2", "bbb222");
                j.Add(_task, Result("n3", StepStatus.Unchanged, "Remove"));
                j.Add(_task, Result("n4", StepStatus.Failed, "Remove"));
                j.Add(_task, Result("n5", StepStatus.Failed, "Remove", "ccc333"));
            },
            DrydockTaskAction.DestroyNodes);
        var machines = Assert.Single(JournalReader.Read(_path)).Machines;
        Assert.Equal(["n1: aaa111", "n2: bbb222", "n3: ", "n5: ccc333"], machines.OrderBy(m => m.Key).Select(m => $"{m.Key}: {string.Join(',', m.Value)}"));
    }

    /// <summary>Which machine it was is not known; what is there now may be another.</summary>
    [Fact]
    public void An_older_journal_tells_of_nodes_only()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllLines(
            _path,
            [
                $$"""{"kind":"task","task":"{{_task}}","at":"2026-01-01T00:00:00+00:00","settings":{"action":"DestroyNodes"},"design":{"site":"harbour"} }""",
                $$"""{"kind":"step","task":"{{_task}}","at":"2026-01-01T00:00:00+00:00","step":"Remove","target":"n1","isNode":true,"status":"Changed","seconds":1}""",
            ]);
        var task = Assert.Single(JournalReader.Read(_path));
        Assert.Equal(("harbour", DrydockTaskVerdict.Incomplete), (task.Result.Site, task.Result.Verdict));
        Assert.Empty(Assert.Single(task.Machines, m => m.Key == "n1").Value);
    }

    private void Write(Action<TaskJournal> write, DrydockTaskAction action = DrydockTaskAction.DeployNodes)
    {
        using var journal = TaskJournal.Open(_path, Assert.Fail);
        journal.Begin(_task, DateTimeOffset.UnixEpoch, new() { Action = action, Racks = ["rack1"] },
            new() { Site = "harbour" }, Server);
        write(journal);
    }

    private static DrydockStepResult Result(string node, StepStatus status, string step = "Network", string? systemId = null) => new()
    {
        Target = node,
        Node = new() { Name = node },
        Step = step,
        Machine = systemId is null ? null : new() { SystemId = systemId },
        Status = status,
        Changes = [new()
        {
            Action = ChangeAction.Update,
            Kind = ResourceKind.Interface,
            Resource = "eth0",
            Property = ChangeProperty.Mtu,
            Before = "1500",
            After = "9000",
        }],
        Error = status == StepStatus.Failed ? new NodeException("DeployFailed", "no") : null,
    };
}
