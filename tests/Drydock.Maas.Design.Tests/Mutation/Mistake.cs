namespace Drydock.Maas.Design.Tests.Mutation;

/// <summary>A mistake as tired people make it in the example site, and the one thing that is told of it.</summary>
/// <param name="File">The file it is made in.</param>
/// <param name="Sound">The text as it ought to be; its first occurrence counts.</param>
/// <param name="Broken">The text as somebody left it.</param>
/// <param name="Rule">The error id or rule that tells it.</param>
/// <param name="Says">What the message says, or what to do.</param>
/// <param name="Place">File and line it is told at, where that is not the first line that changed.</param>
public sealed record Mistake(string File, string Sound, string Broken, string Rule, string Says, string? Place = null)
{
    public override string ToString() => $"{File}: {Sound.Trim()} => {Broken.Trim()}".ReplaceLineEndings(" ");
}
