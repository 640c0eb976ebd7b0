using System.Text;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Scripts;

/// <summary>A write to a script of MAAS.</summary>
/// <param name="Script">The script that the site brings.</param>
internal abstract record ScriptUpload(SiteScript Script) : SiteOperation
{
    /// <summary>The length of a script in words.</summary>
    public static string ShowSize(string? content) =>
        FormattableString.Invariant($"{(content is null ? 0 : Encoding.UTF8.GetByteCount(content))} bytes");
}

/// <summary>Uploads a script that MAAS has not.</summary>
/// <param name="Script">The script.</param>
internal sealed record CreateScript(SiteScript Script) : ScriptUpload(Script)
{
    /// <summary>What is sent for it.</summary>
    public ScriptRequest Request => new() { Name = Script.Name, Content = Script.Text, Comment = SiteComment.Text };

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request, digested: [nameof(Request.Content)]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Create(ResourceKind.Script, Script.Name, Script.Type ?? SiteScript.DefaultType)];
}

/// <summary>Uploads a new revision of a script; MAAS keeps those there are.</summary>
/// <param name="Script">The script.</param>
/// <param name="Present">The script in MAAS.</param>
internal sealed record ReviseScript(SiteScript Script, Script Present) : ScriptUpload(Script)
{
    /// <summary>What is sent for it.</summary>
    public ScriptRequest Request => new() { Content = Script.Text, Comment = SiteComment.Text };

    /// <summary>Whether the newest revision in MAAS is one that we, or Drydock, have uploaded.</summary>
    public bool IsOurs => Present.History is [{ Comment: SiteComment.Text }, ..];

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request, digested: [nameof(Request.Content)]);

    /// <inheritdoc/>
    public override ChangeValues? Found => new([new("content", RequestValues.Digest(Newest(Present) ?? ""))]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        Set(
            ResourceKind.Script,
            Script.Name,
            ChangeProperty.Content,
            $"{ShowSize(Newest(Present))}{(IsOurs ? "" : $" of somebody else{ShowComment(Present)}")}",
            ShowSize(Script.Text),
            IsOurs ? ChangeSeverity.Cosmetic : ChangeSeverity.Disruptive),
    ];

    /// <summary>The newest revision of a script; MAAS lists it first.</summary>
    public static string? Newest(Script script) =>
        script.History is [{ Data: { } data }, ..] ? Encoding.UTF8.GetString(Convert.FromBase64String(data)) : null;

    /// <summary>The comment of the newest revision in words.</summary>
    public static string ShowComment(Script script) =>
        script.History is [{ Comment: { Length: > 0 } comment }, ..] ? $" (\"{comment}\")" : "";
}
