using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.State;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>Puts recorded requests to a core, in order, and says where the answers differ.</summary>
internal sealed class ContractReplay(SimulatorCore core, FakeTimeProvider time, RecordedSequence sequence, JsonArray? gaps = null)
{
    private const string Boundary = "recorded";
    private const string Encoded = "base64:";

    private readonly NameMap _names = new();
    private readonly List<string> _refused = [];
    private readonly RecordedCredentials _credentials = new(core.State);
    private readonly JsonArray _gaps = gaps ?? (sequence.IsKnown ? ReadData("ContractGaps.json").AsArray() : []);

    /// <summary>Whether machines' power has changed, if it was to, before the next request: a rack's stand-in answers at once.</summary>
    public bool SettlesPower { get; init; }

    /// <summary>What was to fill a gap but was refused.</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <summary>The data files stand beside the tests: what filled the gaps between recordings, and what is known to differ.</summary>
    public static JsonNode ReadData(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contract", name)))!;

    /// <summary>The differences of each recording that was asked for; none means agreement.</summary>
    public IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> Run()
    {
        var results = new List<(Recording, IReadOnlyList<string>)>();
        var last = 0;
        foreach (var recording in sequence.All)
        {
            FillGaps(last, recording.Number);
            last = recording.Number;
            if (SettlesPower)
                RecordedMoment.SettlePower(core, time);
            foreach (var rack in core.State.RackControllers)
                rack.Connected = recording.RackAnswers;
            using var moment = new RecordedMoment(core, time, recording);
            var answer = Ask(recording);
            _names.Learn(recording, answer);
            if (sequence.IsCompared(recording))
                results.Add((recording, Compare(recording, answer)));
        }

        return results;
    }

    public ApiResponse Ask(Recording recording)
    {
        var request = new ApiRequest(
            recording.Method, _names.Translate(Uri.UnescapeDataString(recording.Path))) { Query = Encode(recording.Query) };
        if (recording.Files.Any())
            request = request with { ContentType = $"multipart/form-data; boundary={Boundary}", Body = EncodeParts(recording) };
        else if (recording.Form is { } form)
            request = request with { ContentType = "application/x-www-form-urlencoded", Body = Encoding.UTF8.GetBytes(Encode(form)) };
        else if (recording.JsonBody is { } body)
            request = request with { ContentType = "application/json", Body = Encoding.UTF8.GetBytes(body) };
        else if (recording.Chunk is { } chunk)
            request = request with { ContentType = "application/octet-stream", Body = chunk };
        return core.Handle(request with { Authorization = _credentials.For(recording.Auth) });
    }

    /// <summary>Recordings are kept back here and there; what they must have changed is done in their place.</summary>
    private void FillGaps(int after, int upTo)
    {
        foreach (var gap in _gaps.Select(node => node!.AsObject())
            .Where(gap => gap["number"]!.GetValue<int>() is var number && number > after && number <= upTo))
        {
            Prepare(gap);
            if (gap["method"] is null || sequence.Has(gap["number"]!.GetValue<int>()))
                continue;
            var recording = new Recording(gap["number"]!.GetValue<int>(), $"{gap["number"]}-gap", gap);
            var answer = Ask(recording);
            if (answer.Status >= 300)
                _refused.Add($"{recording.Label}: {answer.Status} {answer.BodyText}");
            _names.Learn(recording, answer);
        }
    }

    /// <summary>Time that passed, numbers the database drew for what it then refused, images of unknown content that arrived, and what machines signalled.</summary>
    private void Prepare(JsonObject gap)
    {
        if (gap["seconds"]?.GetValue<int>() is { } seconds)
            time.Advance(TimeSpan.FromSeconds(seconds));
        new TransitionRunner(core.State).RunDue();
        foreach (var (kind, next) in gap["ids"] as JsonObject ?? [])
            core.State.Ids.StartAt(kind, next!.GetValue<int>());
        foreach (var file in core.State.BootResources.Select(image => image.Upload))
        {
            if (file is not null && file.Id == gap["uploaded"]?.GetValue<int>())
                file.Received = file.Size;
        }

        if (MachineOf(gap, "powerFails") is { } unreachable)
            core.State.Faults.Add(
                new() { Kind = SimulatorFaultKind.PowerFailure, Machine = unreachable.SystemId, Message = "fake rack power failure" });
        if (gap["fault"] is JsonObject fault)
        {
            core.State.Faults.Add(new()
            {
                Kind = Enum.Parse<SimulatorFaultKind>(fault["kind"]!.GetValue<string>()), Machine = fault["machine"]!.GetValue<string>(), Count = 1,
            });
        }

        if (MachineOf(gap, "system_id") is { } machine)
            Signal(machine, gap);
    }

    private void Signal(SimulatedMachine machine, JsonObject gap)
    {
        machine.Netboot = machine.Status != MachineStatus.Deploying && machine.Netboot;
        if (gap["fails"]?.GetValue<string>() is { } reason)
            new StatusChanges(core.State).Fail(machine, reason);
        if (gap["becomes"]?.GetValue<string>() is not { } status)
            return;
        new StatusChanges(core.State).Announce(machine, Enum.Parse<MachineStatus>(status));
        machine.Owner = machine.Status == MachineStatus.Ready ? null : machine.Owner;
    }

    private SimulatedMachine? MachineOf(JsonObject gap, string member) =>
        core.State.Nodes.OfType<SimulatedMachine>().FirstOrDefault(machine => machine.SystemId == gap[member]?.GetValue<string>());

    private List<string> Compare(Recording recording, ApiResponse answer)
    {
        var differences = new List<string>();
        if (answer.Status != recording.Status)
            differences.Add(
                $"status: {recording.Status} expected, {answer.Status} found: {answer.BodyText[..Math.Min(120, answer.BodyText.Length)]}");
        if (answer.Status != 204 && answer.ContentType != recording.ContentType)
            differences.Add($"content type: {recording.ContentType} expected, {answer.ContentType} found");
        if (differences.Count > 0 || recording.Trimmed)
            return differences;
        if (answer.ContentType == "application/bson" && recording.Body?.ToString() is { } whole && whole.StartsWith(Encoded, StringComparison.Ordinal))
            differences.AddRange(whole == Encoded + Convert.ToBase64String(answer.Body.Span) ? [] : ["octets: others"]);
        else if (recording.ContentType.Contains("json", StringComparison.Ordinal))
            CompareJson(recording, JsonNode.Parse(_names.Restore(answer.BodyText)), differences);
        else if (
            RecordedCredentials.Hide(recording.Body?.ToString() ?? "") is var text
                && RecordedCredentials.Hide(_names.Restore(answer.BodyText)) is var found && text != found)
            differences.Add($"text: '{text}' expected, '{found}' found");
        return differences;
    }

    private static void CompareJson(Recording recording, JsonNode? actual, List<string> differences)
    {
        differences.AddRange(Shape.Differences(recording.Body, actual)
            .Where(difference => !recording.Partial || !difference.EndsWith(Shape.NotRecorded, StringComparison.Ordinal)).Take(5));
        if (recording.Status >= 400 && !JsonNode.DeepEquals(recording.Body, actual))
            differences.Add($"error: {Compact(recording.Body)} expected, {Compact(actual)} found");
    }

    private static string Compact(JsonNode? node) => JsonSerializer.Serialize(node);

    private static byte[] EncodeParts(Recording recording)
    {
        var fields = (recording.Form ?? []).Select(field => (Header: $"name=\"{field.Key}\"", Text: field.Value));
        var files = recording.Files.Select(file => (Header: $"name=\"{file.Part}\"; filename=\"{file.FileName}\"", file.Text));
        var parts = fields.Concat(files).Select(part => $"--{Boundary}\r\nContent-Disposition: form-data; {part.Header}\r\n\r\n{part.Text}\r\n");
        return Encoding.UTF8.GetBytes(string.Concat(parts) + $"--{Boundary}--\r\n");
    }

    private string Encode(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(_names.Translate(pair.Value))}"));
}
