using System.Text.Json;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Saving;

/// <summary>A saved state on disk: whole or not at all, readable by its owner only, for it holds keys.</summary>
internal static class StateFile
{
    public static void Write(SimulatorState state, string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(draft, Options()))
            using (var writer = new Utf8JsonWriter(stream, new() { Indented = false }))
                new StateWriter(writer).Write(state);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <exception cref="MaasException">SimulatorStateInvalid: the file is no saved simulator.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SimulatorState Read(string path, TimeProvider time, double? speed)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            return new StateReader(document.RootElement).Read(time, speed);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException
            or ArgumentException or InvalidCastException or OverflowException or IndexOutOfRangeException)
        {
            throw new MaasException("SimulatorStateInvalid", $"{path} is no saved simulator: {exception.Message}", exception);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
