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

    private void Write(Action<TaskJournal> write)
    {
        using var journal = TaskJournal.Open(_path, Assert.Fail);
        journal.Begin(_task, DateTimeOffset.UnixEpoch, new() { Action = DrydockTaskAction.DeployNodes, Racks = ["rack1"] },
            new() { Site = "harbour" }, Server);
        write(journal);
    }

    private static DrydockStepResult Result(string node, StepStatus status) => new()
    {
        Target = node,
        Node = new() { Name = node },
        Step = "Network",
        Status = status,
        Changes = [new()
        {
            Action = ChangeAction.Update,
            ResourceType = "Interface",
            Resource = "eth0",
            Property = "mtu",
            Before = "1500",
            After = "9000",
        }],
        Error = status == StepStatus.Failed ? new NodeException("DeployFailed", "no") : null,
    };
}
