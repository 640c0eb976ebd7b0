using System.Text.Json;
using Drydock.Maas.Planning;
using Drydock.Maas.Security;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>
/// Records a task, one JSON line per finished step, each written out at once, for its owner only. A record, never the truth: what is to
/// be done is planned from MAAS.
/// </summary>
internal sealed class TaskJournal : IDisposable
{
    private readonly object _lock = new();
    private readonly FileStream _file;
    private readonly FileStream _turn;
    private readonly Action<string> _warn;
    private bool _isBroken;
    private bool _isStopped;

    private TaskJournal(FileStream file, FileStream turn, Action<string> warn)
    {
        _file = file;
        _turn = turn;
        _warn = warn;
    }

    /// <summary>Opens a journal to append to; nobody else may write it meanwhile.</summary>
    /// <param name="path">The file; it is made when it is not there.</param>
    /// <param name="warn">Told when the file can no longer be written.</param>
    /// <exception cref="MaasException">JournalNotWritable.</exception>
    public static TaskJournal Open(string path, Action<string> warn)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            // Sharing for reading keeps no other writer out on Linux.
            var turn = PrivateFile.Open(
                path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
            var file = PrivateFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            var endsWithLine = file.Length == 0 || EndsWithLine(file);
            file.Seek(0, SeekOrigin.End);
            if (!endsWithLine)
                file.WriteByte((byte)'\n');
            return new(file, turn, warn);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MaasException(ErrorIds.JournalNotWritable, $"The journal {path} cannot be written: {e.Message}", e);
        }
    }

    public void Begin(
        Guid task,
        DateTimeOffset at,
        TaskSettings settings,
        TaskDesign design,
        TaskServer server,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? machines = null) => Write(new()
    {
        Kind = JournalRecord.BeginKind,
        Version = JournalRecord.CurrentVersion,
        Task = task,
        At = at,
        Settings = settings,
        Design = design,
        Server = server,
        Machines = machines is { Count: > 0 } ? machines : null,
    });

    /// <summary>Records which machine is about to be destroyed, so that one that comes back is known for another.</summary>
    public void Aim(Guid task, DateTimeOffset at, string step, string node, string systemId) => Write(new()
    {
        Kind = JournalRecord.AimKind, Task = task, At = at, Step = step, Target = node, IsNode = true, SystemId = systemId,
    });

    public void Add(Guid task, DrydockStepResult result) => Write(new()
    {
        Kind = JournalRecord.StepKind,
        Task = task,
        At = result.StartedAt,
        Step = result.Step,
        Target = result.Target,
        IsNode = result.Node is not null,
        SystemId = result.Node is null ? null : result.Machine?.SystemId,
        Status = result.Status,
        Seconds = Math.Round(result.Duration.TotalSeconds, 3),
        IsDeclined = result.IsDeclined ? true : null,
        Changes = result.Changes.Count == 0 ? null : result.Changes,
        Drift = result.Drift.Count == 0 ? null : result.Drift,
        Messages = result.Messages.Count == 0 ? null : result.Messages,
        ErrorId = (result.Error as MaasException)?.ErrorId,
        Error = result.Error?.Message,
    });

    public void End(DrydockTaskResult result) => Write(new()
    {
        Kind = JournalRecord.EndKind,
        Task = result.Id,
        At = result.StartedAt + result.Duration,
        Verdict = result.Verdict,
        MeetsCriteria = result.MeetsCriteria,
    });

    /// <summary>Notes once that the task was broken off.</summary>
    public void Stop(Guid task, DateTimeOffset at)
    {
        lock (_lock)
        {
            if (!_isStopped)
                Write(new() { Kind = JournalRecord.StopKind, Task = task, At = at });
            _isStopped = true;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isBroken = true;
            _file.Dispose();
            _turn.Dispose();
        }
    }

    // A full disk must not stop a roll-out that goes well: the journal is a record only.
    private void Write(JournalRecord record)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(record, JournalJson.Default.JournalRecord);
        lock (_lock)
        {
            if (_isBroken)
                return;
            try
            {
                _file.Write([.. line, (byte)'\n']);
                _file.Flush();
            }
            catch (IOException e)
            {
                _isBroken = true;
                _warn($"The journal {_file.Name} is not written any more: {e.Message}");
            }
        }
    }

    private static bool EndsWithLine(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }
}
