using System.Collections.Concurrent;
using System.Text;
using Drydock.Maas.Design.Templates;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.BootActions;

/// <summary>Runs pipelines. Each step takes what it needs: bytes become text and text bytes, by UTF-8.</summary>
internal sealed class AssetPipeline
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Templates are few, nodes many.
    private readonly ConcurrentDictionary<string, JinjaTemplate> _templates = new(StringComparer.Ordinal);

    public string Location(BootActionAsset asset, IReadOnlyDictionary<string, object> values, CancellationToken token) =>
        Text("location", Run("location", asset.FullLocation!, asset.LocationPipeline, values, token));

    public byte[] Data(BootActionAsset asset, object content, IReadOnlyDictionary<string, object> values, CancellationToken token) =>
        Bytes(Run("data", content, asset.DataPipeline, values, token));

    /// <summary>Bytes as text.</summary>
    public static string Text(string property, object content)
    {
        try
        {
            return content as string ?? Utf8.GetString((byte[])content);
        }
        catch (DecoderFallbackException)
        {
            throw new AssetException(ErrorIds.AssetNotText, property, $"The {property} is not UTF-8 text.");
        }
    }

    private object Run(
        string property, object content, IReadOnlyList<string> steps, IReadOnlyDictionary<string, object> values, CancellationToken token)
    {
        foreach (var step in steps)
        {
            content = step switch
            {
                "template" => Render(property, Text(property, content), values, token),
                "base64_encode" => Encoding.ASCII.GetBytes(Convert.ToBase64String(Bytes(content))),
                "base64_decode" => Decode(property, content),
                "utf8_encode" => Bytes(content),
                "utf8_decode" => Text(property, content),
                _ => throw new AssetException(ErrorIds.InvalidValue, $"{property}_pipeline", $"There is no pipeline step {step}."),
            };
        }

        return content;
    }

    private string Render(string property, string template, IReadOnlyDictionary<string, object> values, CancellationToken token)
    {
        try
        {
            return _templates.GetOrAdd(template, JinjaTemplate.Parse).Render(values, token);
        }
        catch (TemplateException e)
        {
            throw new AssetException(
                ErrorIds.TemplateNotRendered, property, $"The template in {property}, line {e.Line}: {e.Message} (column {e.Column})", e.Line);
        }
    }

    private static byte[] Decode(string property, object content)
    {
        try
        {
            return Convert.FromBase64String(Text(property, content));
        }
        catch (FormatException)
        {
            throw new AssetException(
                ErrorIds.AssetNotBase64,
                property,
                $"The {property} is no base64, which base64_decode of {property}_pipeline takes. Correct it, or leave the step out.");
        }
    }

    private static byte[] Bytes(object content) => content as byte[] ?? Utf8.GetBytes((string)content);
}
