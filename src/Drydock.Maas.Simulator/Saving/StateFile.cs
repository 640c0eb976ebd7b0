using System.Text.Json;
using Drydock.Maas.Security;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Saving;

/// <summary>A saved state on disk: whole or not at all, readable by its owner only, for it holds keys.</summary>
internal static class StateFile
{
    public static void Write(SimulatorState state, string path) => PrivateFile.Replace(path, stream =>
    {
        using var writer = new Utf8JsonWriter(stream, new() { Indented = false });
        new StateWriter(writer).Write(state);
    });

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
            throw new MaasException(ErrorIds.SimulatorStateInvalid, $"{path} is no saved simulator: {exception.Message}", exception);
        }
    }
}
