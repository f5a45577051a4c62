using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Senim.Intake.Privacy;

namespace Senim.Desk.Keys;

/// <summary>Seals the keys of sessions at rest under the content master key, so that a copied folder opens no session.</summary>
internal sealed class SealedXmlEncryptor(MasterKey key) : IXmlEncryptor
{
    internal static readonly SealedPlace Place = new("SessionKeys", "", "Xml");

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedXml = Convert.ToBase64String(Sealing.Seal(key, plain, Place));
        return new EncryptedXmlInfo(new XElement("sealed", sealedXml), typeof(SealedXmlDecryptor));
    }
}

/// <summary>Opens them again. Made by the framework, by the type's name in the key file.</summary>
internal sealed class SealedXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var key = services.GetRequiredService<KeyRing>().Content;
        var plain = Sealing.Open(key, Convert.FromBase64String(encryptedElement.Value), SealedXmlEncryptor.Place);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
