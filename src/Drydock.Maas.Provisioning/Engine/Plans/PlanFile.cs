using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Saved plans as JSON: one member a line and always in one order, so that two can be compared line by line.</summary>
public static class PlanFile
{
    /// <summary>
    /// The version of what is written. It grows when an older release would misread a plan, not when a member is added; every version there was is
    /// still read.
    /// </summary>
    public const int CurrentVersion = 2;

    private const int MaxLength = 64 * 1024 * 1024;

    private static readonly PlannedChangeConverter Changes = new();
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public static string ToText(DrydockPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Format))
            Write(writer, plan);
        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="MaasException">PlanNotReadable: there is no such file, it is no plan, or of a later release.</exception>
    public static DrydockPlan Read(string path)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxLength } large)
                throw NotReadable(path, FormattableString.Invariant($"it has {large.Length} bytes, and no plan has more than {MaxLength}."));
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw NotReadable(path, e.Message, e);
        }

        try
        {
            // Editors write UTF-8 with a mark, or UTF-16, as well.
            using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            using var document = JsonDocument.Parse(reader.ReadToEnd());
            return Parse(document.RootElement) with { Path = path, Digest = Convert.ToHexString(SHA256.HashData(bytes)) };
        }
        catch (JsonException e) when (e.LineNumber is { } line)
        {
            throw NotReadable(path, FormattableString.Invariant($"it is no JSON at line {line + 1}, column {e.BytePositionInLine + 1}."), e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw NotReadable(path, e.Message, e);
        }
    }

    private static MaasException NotReadable(string path, string why, Exception? cause = null) =>
        new(ErrorIds.PlanNotReadable, $"The plan {path} cannot be read: {why}", cause);

    private static void Write(Utf8JsonWriter writer, DrydockPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", CurrentVersion);
        if (plan.Site is not null)
            writer.WriteString("site", plan.Site);
        writer.WriteString("designFingerprint", plan.DesignFingerprint);
        writer.WriteString("maasUrl", plan.MaasUrl.AbsoluteUri);
        writer.WriteStartArray("parts");
        foreach (var part in plan.Parts)
            Write(writer, part);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DrydockPlanPart part)
    {
        writer.WriteStartObject();
        writer.WriteString("step", part.Step);
        writer.WriteString("target", part.Target);
        if (part.SystemId is not null)
            writer.WriteString("systemId", part.SystemId);
        if (!part.IsKnown)
            writer.WriteBoolean("isKnown", false);
        writer.WriteStartArray("changes");
        foreach (var change in part.Changes)
            Changes.Write(writer, change with { Target = null }, JsonSerializerOptions.Default);
        writer.WriteEndArray();
        if (part.Messages.Count > 0)
        {
            writer.WriteStartArray("messages");
            foreach (var message in part.Messages)
                writer.WriteStringValue(message);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static DrydockPlan Parse(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number)
            throw new JsonException("it is no plan that Export-DrydockPlan wrote: it names no version.");
        if (!version.TryGetInt32(out var number) || number < 1)
            throw new JsonException($"its version is {version.GetRawText()}, which is none there was.");
        if (number > CurrentVersion)
            throw new JsonException(FormattableString.Invariant($"it is of version {number}, this release reads up to {CurrentVersion}. Update the module."));
        return new()
        {
            Site = json.FindText("site"),
            DesignFingerprint = json.GetText("designFingerprint"),
            MaasUrl = Uri.TryCreate(json.GetText("maasUrl"), UriKind.Absolute, out var url) ? url : throw new JsonException("maasUrl is no address."),
            Parts = json.ReadItems("parts", ParsePart),
        };
    }

    private static DrydockPlanPart ParsePart(JsonElement json)
    {
        var target = json.GetText("target");
        return new()
        {
            Step = json.GetText("step"),
            Target = target,
            SystemId = json.FindText("systemId"),
            IsKnown = json.IsKnown(),
            Changes = json.ReadItems("changes", c => ParseChange(c) with { Target = target }),
            Messages = [.. json.FindTexts("messages")],
        };
    }

    private static PlannedChange ParseChange(JsonElement json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.GetRawText()));
        return Changes.Read(ref reader, typeof(PlannedChange), JsonSerializerOptions.Default);
    }
}
