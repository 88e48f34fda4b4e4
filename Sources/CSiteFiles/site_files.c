// Written by scripts/embed; do not edit. Each array ends with a zero byte that does not count.

#include "site_files.h"

#define FILE_AT(path, bytes) {path, bytes, sizeof bytes - 1}

// assets/answers.js 58244878891a13e45c7cda16653c3781
static const unsigned char assets_2fanswers_2ejs[] = {
#embed "../../assets/answers.js" suffix(,)
0};

// assets/explorer-csv.js 0c9478c068fb02975759201fa5d86c7e
static const unsigned char assets_2fexplorer_2dcsv_2ejs[] = {
#embed "../../assets/explorer-csv.js" suffix(,)
0};

// assets/explorer-filters.js 77258d8e3ce3433a0e6b3bc694f3a2c6
static const unsigned char assets_2fexplorer_2dfilters_2ejs[] = {
#embed "../../assets/explorer-filters.js" suffix(,)
0};

// assets/explorer-keys.js 37314dbad971b1f5111f1e21290f0743
static const unsigned char assets_2fexplorer_2dkeys_2ejs[] = {
#embed "../../assets/explorer-keys.js" suffix(,)
0};

// assets/explorer-lines.js 4b97db7d292aa83a3514ed69076b1054
static const unsigned char assets_2fexplorer_2dlines_2ejs[] = {
#embed "../../assets/explorer-lines.js" suffix(,)
0};

// assets/explorer-moves.js 87c71017d0ffbb5351014d66bb93d421
static const unsigned char assets_2fexplorer_2dmoves_2ejs[] = {
#embed "../../assets/explorer-moves.js" suffix(,)
0};

// assets/explorer-order.js a965ab738dbae4256b7ec3cf8a1432b5
static const unsigned char assets_2fexplorer_2dorder_2ejs[] = {
#embed "../../assets/explorer-order.js" suffix(,)
0};

// assets/explorer-parts.js 86797303098ce4a0255076d78df3d175
static const unsigned char assets_2fexplorer_2dparts_2ejs[] = {
#embed "../../assets/explorer-parts.js" suffix(,)
0};

// assets/explorer-rows.js 6195f3d62d78015026264f34a0d623c3
static const unsigned char assets_2fexplorer_2drows_2ejs[] = {
#embed "../../assets/explorer-rows.js" suffix(,)
0};

// assets/explorer-search.js 3e720ab40a59b7bd6a0e11eb42f88544
static const unsigned char assets_2fexplorer_2dsearch_2ejs[] = {
#embed "../../assets/explorer-search.js" suffix(,)
0};

// assets/explorer-table.js 28068187c5be6964f1c94b09dcd625c7
static const unsigned char assets_2fexplorer_2dtable_2ejs[] = {
#embed "../../assets/explorer-table.js" suffix(,)
0};

// assets/explorer-view.js 2ad9378795902502c267435bcd928d59
static const unsigned char assets_2fexplorer_2dview_2ejs[] = {
#embed "../../assets/explorer-view.js" suffix(,)
0};

// assets/explorer.js 7ab2ff586af71598ed297b3717214c3f
static const unsigned char assets_2fexplorer_2ejs[] = {
#embed "../../assets/explorer.js" suffix(,)
0};

// assets/icon.svg de2fa6c8277806d93273c96a9b82b634
static const unsigned char assets_2ficon_2esvg[] = {
#embed "../../assets/icon.svg" suffix(,)
0};

// assets/plan.js fcfc1f5050fc503f81deeab8b8e1af3c
static const unsigned char assets_2fplan_2ejs[] = {
#embed "../../assets/plan.js" suffix(,)
0};

// assets/questionnaire-paper.js 35bf7cee1f36e994b468bc74d122171d
static const unsigned char assets_2fquestionnaire_2dpaper_2ejs[] = {
#embed "../../assets/questionnaire-paper.js" suffix(,)
0};

// assets/questionnaire.js 3fac1aca1242b77ea325b286503fe4f9
static const unsigned char assets_2fquestionnaire_2ejs[] = {
#embed "../../assets/questionnaire.js" suffix(,)
0};

// assets/site.css 38e52e2fcce01bef31df370e3191c782
static const unsigned char assets_2fsite_2ecss[] = {
#embed "../../assets/site.css" suffix(,)
0};

// assets/site.js 15329d0247ecb6b7e2647391c82bb01b
static const unsigned char assets_2fsite_2ejs[] = {
#embed "../../assets/site.js" suffix(,)
0};

// templates/checks/APIGateway.4.md 5bee95d90b31f53f1394603aa9d23cf5
static const unsigned char templates_2fchecks_2fAPIGateway_2e4_2emd[] = {
#embed "../../templates/checks/APIGateway.4.md" suffix(,)
0};

// templates/checks/Account.1.md a29be974eb1670cb5d7c3055b625aa71
static const unsigned char templates_2fchecks_2fAccount_2e1_2emd[] = {
#embed "../../templates/checks/Account.1.md" suffix(,)
0};

// templates/checks/Account.2.md 290f05abee73251150b57bc9785aee2d
static const unsigned char templates_2fchecks_2fAccount_2e2_2emd[] = {
#embed "../../templates/checks/Account.2.md" suffix(,)
0};

// templates/checks/CloudFront.10.md 22ac8b11311cb1bc7add0625a593555c
static const unsigned char templates_2fchecks_2fCloudFront_2e10_2emd[] = {
#embed "../../templates/checks/CloudFront.10.md" suffix(,)
0};

// templates/checks/CloudFront.12.md 0c0692faf95436f1d6bb6eb753266846
static const unsigned char templates_2fchecks_2fCloudFront_2e12_2emd[] = {
#embed "../../templates/checks/CloudFront.12.md" suffix(,)
0};

// templates/checks/CloudFront.13.md a6e86442304681af363ede36a0c275bd
static const unsigned char templates_2fchecks_2fCloudFront_2e13_2emd[] = {
#embed "../../templates/checks/CloudFront.13.md" suffix(,)
0};

// templates/checks/CloudFront.2.md 71f497d9832633cecda67ad6f97049c8
static const unsigned char templates_2fchecks_2fCloudFront_2e2_2emd[] = {
#embed "../../templates/checks/CloudFront.2.md" suffix(,)
0};

// templates/checks/CloudFront.3.md 782e5a483492c8b9b70374c2818f691d
static const unsigned char templates_2fchecks_2fCloudFront_2e3_2emd[] = {
#embed "../../templates/checks/CloudFront.3.md" suffix(,)
0};

// templates/checks/CloudFront.6.md 328199cb71c7a979fdbf7e618d4cd842
static const unsigned char templates_2fchecks_2fCloudFront_2e6_2emd[] = {
#embed "../../templates/checks/CloudFront.6.md" suffix(,)
0};

// templates/checks/CloudFront.9.md 75821e784c8a4f59425cd298c12484d5
static const unsigned char templates_2fchecks_2fCloudFront_2e9_2emd[] = {
#embed "../../templates/checks/CloudFront.9.md" suffix(,)
0};

// templates/checks/CloudTrail.1.md c2ea20d394e469e0ff602b6dcad9eb7e
static const unsigned char templates_2fchecks_2fCloudTrail_2e1_2emd[] = {
#embed "../../templates/checks/CloudTrail.1.md" suffix(,)
0};

// templates/checks/CloudTrail.2.md 1d7e0c051da5c45a8d2b79a7790c0961
static const unsigned char templates_2fchecks_2fCloudTrail_2e2_2emd[] = {
#embed "../../templates/checks/CloudTrail.2.md" suffix(,)
0};

// templates/checks/CloudTrail.3.md a7cf666c6e6236f0e1bf19e835660348
static const unsigned char templates_2fchecks_2fCloudTrail_2e3_2emd[] = {
#embed "../../templates/checks/CloudTrail.3.md" suffix(,)
0};

// templates/checks/CloudTrail.4.md 1408e0dd1a3587df2350309a7357295a
static const unsigned char templates_2fchecks_2fCloudTrail_2e4_2emd[] = {
#embed "../../templates/checks/CloudTrail.4.md" suffix(,)
0};

// templates/checks/CloudTrail.5.md 12c33de41bf7d28e6b649073de7b29d0
static const unsigned char templates_2fchecks_2fCloudTrail_2e5_2emd[] = {
#embed "../../templates/checks/CloudTrail.5.md" suffix(,)
0};

// templates/checks/CloudWatch.1.md 5398682ca5896c3b7c0dacbcd93a129e
static const unsigned char templates_2fchecks_2fCloudWatch_2e1_2emd[] = {
#embed "../../templates/checks/CloudWatch.1.md" suffix(,)
0};

// templates/checks/CodeBuild.1.md 2bf7a1be97c26ea81ed6ec77488aa154
static const unsigned char templates_2fchecks_2fCodeBuild_2e1_2emd[] = {
#embed "../../templates/checks/CodeBuild.1.md" suffix(,)
0};

// templates/checks/CodeBuild.2.md 1662b6059e89701af22c0b7ab1b2c7f2
static const unsigned char templates_2fchecks_2fCodeBuild_2e2_2emd[] = {
#embed "../../templates/checks/CodeBuild.2.md" suffix(,)
0};

// templates/checks/Config.1.md bb6c47b80792fb583698dc652563d1b8
static const unsigned char templates_2fchecks_2fConfig_2e1_2emd[] = {
#embed "../../templates/checks/Config.1.md" suffix(,)
0};

// templates/checks/EC2.1.md f69e6d2558c4d0d24d41880277d6fc6b
static const unsigned char templates_2fchecks_2fEC2_2e1_2emd[] = {
#embed "../../templates/checks/EC2.1.md" suffix(,)
0};

// templates/checks/EC2.13.md 6a836ecc2d8f35a0f5427d6e9dae9e58
static const unsigned char templates_2fchecks_2fEC2_2e13_2emd[] = {
#embed "../../templates/checks/EC2.13.md" suffix(,)
0};

// templates/checks/EC2.14.md fa58b39c33fa5b51a76c3d3f67f8881e
static const unsigned char templates_2fchecks_2fEC2_2e14_2emd[] = {
#embed "../../templates/checks/EC2.14.md" suffix(,)
0};

// templates/checks/EC2.170.md b78d70f93fc0c6f3c177ba460ddb912b
static const unsigned char templates_2fchecks_2fEC2_2e170_2emd[] = {
#embed "../../templates/checks/EC2.170.md" suffix(,)
0};

// templates/checks/EC2.18.md efa3656c1bc8146eaa1524afd646c4cb
static const unsigned char templates_2fchecks_2fEC2_2e18_2emd[] = {
#embed "../../templates/checks/EC2.18.md" suffix(,)
0};

// templates/checks/EC2.19.md dc828556fd05da3c84bd5ceec35c5b7d
static const unsigned char templates_2fchecks_2fEC2_2e19_2emd[] = {
#embed "../../templates/checks/EC2.19.md" suffix(,)
0};

// templates/checks/EC2.2.md e9e7708678c24a3ce19a6de0937f0842
static const unsigned char templates_2fchecks_2fEC2_2e2_2emd[] = {
#embed "../../templates/checks/EC2.2.md" suffix(,)
0};

// templates/checks/EC2.21.md 48c6787c9ad73c7f61b641b666bc6923
static const unsigned char templates_2fchecks_2fEC2_2e21_2emd[] = {
#embed "../../templates/checks/EC2.21.md" suffix(,)
0};

// templates/checks/EC2.29.md 8babc3bbfacc3677f5654ee5c3cbec71
static const unsigned char templates_2fchecks_2fEC2_2e29_2emd[] = {
#embed "../../templates/checks/EC2.29.md" suffix(,)
0};

// templates/checks/EC2.53.md 11dd5a8c84cd6f6ad2cd9fdaeeddb12a
static const unsigned char templates_2fchecks_2fEC2_2e53_2emd[] = {
#embed "../../templates/checks/EC2.53.md" suffix(,)
0};

// templates/checks/EC2.54.md 2aa0d19bf7c3f47f125dec6256585c2a
static const unsigned char templates_2fchecks_2fEC2_2e54_2emd[] = {
#embed "../../templates/checks/EC2.54.md" suffix(,)
0};

// templates/checks/EC2.8.md 391b77ecf3a6f21334ec17fe515305ea
static const unsigned char templates_2fchecks_2fEC2_2e8_2emd[] = {
#embed "../../templates/checks/EC2.8.md" suffix(,)
0};

// templates/checks/ECR.1.md ebaae037908a20d3df68be82f92f6f61
static const unsigned char templates_2fchecks_2fECR_2e1_2emd[] = {
#embed "../../templates/checks/ECR.1.md" suffix(,)
0};

// templates/checks/ECS.8.md a5b9cbd1ff4ab57c5c815c6696b31d31
static const unsigned char templates_2fchecks_2fECS_2e8_2emd[] = {
#embed "../../templates/checks/ECS.8.md" suffix(,)
0};

// templates/checks/EKS.3.md 596e880a35aef284cec70aa4a54c78a1
static const unsigned char templates_2fchecks_2fEKS_2e3_2emd[] = {
#embed "../../templates/checks/EKS.3.md" suffix(,)
0};

// templates/checks/ELB.16.md 82cc749bcb873859bbb43de29f574ec2
static const unsigned char templates_2fchecks_2fELB_2e16_2emd[] = {
#embed "../../templates/checks/ELB.16.md" suffix(,)
0};

// templates/checks/GuardDuty.1.md 84bf59cacf371a8722f830b9a7d31a16
static const unsigned char templates_2fchecks_2fGuardDuty_2e1_2emd[] = {
#embed "../../templates/checks/GuardDuty.1.md" suffix(,)
0};

// templates/checks/IAM.1.md a1c9defcfafcaff846be38733fb62958
static const unsigned char templates_2fchecks_2fIAM_2e1_2emd[] = {
#embed "../../templates/checks/IAM.1.md" suffix(,)
0};

// templates/checks/IAM.10.md 08586a1672cc18aa6ac3ae52c186e0a0
static const unsigned char templates_2fchecks_2fIAM_2e10_2emd[] = {
#embed "../../templates/checks/IAM.10.md" suffix(,)
0};

// templates/checks/IAM.11.md b5a77843d062f65daa0cacfd583fdd6a
static const unsigned char templates_2fchecks_2fIAM_2e11_2emd[] = {
#embed "../../templates/checks/IAM.11.md" suffix(,)
0};

// templates/checks/IAM.12.md ae0b8127e448d0a212851ecec4045e04
static const unsigned char templates_2fchecks_2fIAM_2e12_2emd[] = {
#embed "../../templates/checks/IAM.12.md" suffix(,)
0};

// templates/checks/IAM.13.md ef65a84195768d7b9ddbe05ce629ffec
static const unsigned char templates_2fchecks_2fIAM_2e13_2emd[] = {
#embed "../../templates/checks/IAM.13.md" suffix(,)
0};

// templates/checks/IAM.14.md 8bcedce44d909bd633d40041b0ade40a
static const unsigned char templates_2fchecks_2fIAM_2e14_2emd[] = {
#embed "../../templates/checks/IAM.14.md" suffix(,)
0};

// templates/checks/IAM.15.md af3820d59dd59e877856acd036a59b2c
static const unsigned char templates_2fchecks_2fIAM_2e15_2emd[] = {
#embed "../../templates/checks/IAM.15.md" suffix(,)
0};

// templates/checks/IAM.16.md ef01773ff084b35ba442b458fddafe5a
static const unsigned char templates_2fchecks_2fIAM_2e16_2emd[] = {
#embed "../../templates/checks/IAM.16.md" suffix(,)
0};

// templates/checks/IAM.17.md db2a9139edd859c3753b422cde4bb01d
static const unsigned char templates_2fchecks_2fIAM_2e17_2emd[] = {
#embed "../../templates/checks/IAM.17.md" suffix(,)
0};

// templates/checks/IAM.18.md 94111bacd0f304107915afb5aab3475e
static const unsigned char templates_2fchecks_2fIAM_2e18_2emd[] = {
#embed "../../templates/checks/IAM.18.md" suffix(,)
0};

// templates/checks/IAM.19.md 4159e3136888b2e7f983c606e1591558
static const unsigned char templates_2fchecks_2fIAM_2e19_2emd[] = {
#embed "../../templates/checks/IAM.19.md" suffix(,)
0};

// templates/checks/IAM.2.md 5dcf8ffaa3814dee880a96f6a1a74042
static const unsigned char templates_2fchecks_2fIAM_2e2_2emd[] = {
#embed "../../templates/checks/IAM.2.md" suffix(,)
0};

// templates/checks/IAM.20.md 1da6a3f7c69f6d2e79dd076a6588448a
static const unsigned char templates_2fchecks_2fIAM_2e20_2emd[] = {
#embed "../../templates/checks/IAM.20.md" suffix(,)
0};

// templates/checks/IAM.21.md 678ed4e9534d1084830325e9e238558e
static const unsigned char templates_2fchecks_2fIAM_2e21_2emd[] = {
#embed "../../templates/checks/IAM.21.md" suffix(,)
0};

// templates/checks/IAM.22.md 64cf366a659c390d3570900f41e38a7c
static const unsigned char templates_2fchecks_2fIAM_2e22_2emd[] = {
#embed "../../templates/checks/IAM.22.md" suffix(,)
0};

// templates/checks/IAM.27.md e1a793923dab3aaffae3c1f8345cece1
static const unsigned char templates_2fchecks_2fIAM_2e27_2emd[] = {
#embed "../../templates/checks/IAM.27.md" suffix(,)
0};

// templates/checks/IAM.28.md a98f129e391c7c13ecb87da9f6e7c0d4
static const unsigned char templates_2fchecks_2fIAM_2e28_2emd[] = {
#embed "../../templates/checks/IAM.28.md" suffix(,)
0};

// templates/checks/IAM.3.md cf02450024145390a71787e57779a803
static const unsigned char templates_2fchecks_2fIAM_2e3_2emd[] = {
#embed "../../templates/checks/IAM.3.md" suffix(,)
0};

// templates/checks/IAM.4.md a3e3af7deb6292dbc0163be0b7ff02b5
static const unsigned char templates_2fchecks_2fIAM_2e4_2emd[] = {
#embed "../../templates/checks/IAM.4.md" suffix(,)
0};

// templates/checks/IAM.5.md 9c7c8e4a3a283a0fc306c6133850085b
static const unsigned char templates_2fchecks_2fIAM_2e5_2emd[] = {
#embed "../../templates/checks/IAM.5.md" suffix(,)
0};

// templates/checks/IAM.6.md f3a534eecde0b6ed60ed0521d46a1a1b
static const unsigned char templates_2fchecks_2fIAM_2e6_2emd[] = {
#embed "../../templates/checks/IAM.6.md" suffix(,)
0};

// templates/checks/IAM.7.md 77818c88f415bd50f87a6dc09ee9e3c2
static const unsigned char templates_2fchecks_2fIAM_2e7_2emd[] = {
#embed "../../templates/checks/IAM.7.md" suffix(,)
0};

// templates/checks/IAM.8.md 3e7ad8d557ad38cfd46ed9eb39906913
static const unsigned char templates_2fchecks_2fIAM_2e8_2emd[] = {
#embed "../../templates/checks/IAM.8.md" suffix(,)
0};

// templates/checks/IAM.9.md 345155fe8d14bbf7694c3f0bfccc4087
static const unsigned char templates_2fchecks_2fIAM_2e9_2emd[] = {
#embed "../../templates/checks/IAM.9.md" suffix(,)
0};

// templates/checks/Inspector.1.md 4038716e1f15150a0ce6de00fa36c607
static const unsigned char templates_2fchecks_2fInspector_2e1_2emd[] = {
#embed "../../templates/checks/Inspector.1.md" suffix(,)
0};

// templates/checks/Inspector.2.md 2f73a5a2f438c900ef9fcdc57a511f76
static const unsigned char templates_2fchecks_2fInspector_2e2_2emd[] = {
#embed "../../templates/checks/Inspector.2.md" suffix(,)
0};

// templates/checks/Inspector.3.md fe56901b20056c64145321d500ec1ff2
static const unsigned char templates_2fchecks_2fInspector_2e3_2emd[] = {
#embed "../../templates/checks/Inspector.3.md" suffix(,)
0};

// templates/checks/Inspector.4.md 63ee6c24e3c80617c8e16564904f1c1e
static const unsigned char templates_2fchecks_2fInspector_2e4_2emd[] = {
#embed "../../templates/checks/Inspector.4.md" suffix(,)
0};

// templates/checks/KMS.1.md 03bdc52ce29258bf43db5b89210d679a
static const unsigned char templates_2fchecks_2fKMS_2e1_2emd[] = {
#embed "../../templates/checks/KMS.1.md" suffix(,)
0};

// templates/checks/KMS.2.md 3100095c499015cc87eceb9447fa420a
static const unsigned char templates_2fchecks_2fKMS_2e2_2emd[] = {
#embed "../../templates/checks/KMS.2.md" suffix(,)
0};

// templates/checks/RDS.1.md 926d1d3c07dd1ea17814e49834b9716f
static const unsigned char templates_2fchecks_2fRDS_2e1_2emd[] = {
#embed "../../templates/checks/RDS.1.md" suffix(,)
0};

// templates/checks/RDS.10.md 907bc01e8e01179b0231c513513d1f32
static const unsigned char templates_2fchecks_2fRDS_2e10_2emd[] = {
#embed "../../templates/checks/RDS.10.md" suffix(,)
0};

// templates/checks/RDS.12.md 0a34d818dc28a576746570157d24dee3
static const unsigned char templates_2fchecks_2fRDS_2e12_2emd[] = {
#embed "../../templates/checks/RDS.12.md" suffix(,)
0};

// templates/checks/RDS.18.md 0c44bdcd5c40b708e452a3ce8624f5b0
static const unsigned char templates_2fchecks_2fRDS_2e18_2emd[] = {
#embed "../../templates/checks/RDS.18.md" suffix(,)
0};

// templates/checks/RDS.2.md d72f5dce1354134ccfb273940ca53d57
static const unsigned char templates_2fchecks_2fRDS_2e2_2emd[] = {
#embed "../../templates/checks/RDS.2.md" suffix(,)
0};

// templates/checks/S3.1.md 934137d897eae01eb1eefcc11cbdbe1a
static const unsigned char templates_2fchecks_2fS3_2e1_2emd[] = {
#embed "../../templates/checks/S3.1.md" suffix(,)
0};

// templates/checks/S3.10.md 9655a1e3886c1bf37dc7eb340c81ceb2
static const unsigned char templates_2fchecks_2fS3_2e10_2emd[] = {
#embed "../../templates/checks/S3.10.md" suffix(,)
0};

// templates/checks/S3.11.md 9544e16840c04693a7084f30116e3307
static const unsigned char templates_2fchecks_2fS3_2e11_2emd[] = {
#embed "../../templates/checks/S3.11.md" suffix(,)
0};

// templates/checks/S3.12.md da8a1f3042a4a00ac9a567777998026e
static const unsigned char templates_2fchecks_2fS3_2e12_2emd[] = {
#embed "../../templates/checks/S3.12.md" suffix(,)
0};

// templates/checks/S3.13.md ba9f5541d14ff25eeee3dfb484249f98
static const unsigned char templates_2fchecks_2fS3_2e13_2emd[] = {
#embed "../../templates/checks/S3.13.md" suffix(,)
0};

// templates/checks/S3.14.md b9a979057a59ad1caca5670c9f633f39
static const unsigned char templates_2fchecks_2fS3_2e14_2emd[] = {
#embed "../../templates/checks/S3.14.md" suffix(,)
0};

// templates/checks/S3.15.md 5e2bf59ed71b4bf3cd01906def21c595
static const unsigned char templates_2fchecks_2fS3_2e15_2emd[] = {
#embed "../../templates/checks/S3.15.md" suffix(,)
0};

// templates/checks/S3.17.md 4c5a1eed4791cfacc4953184c156e5bd
static const unsigned char templates_2fchecks_2fS3_2e17_2emd[] = {
#embed "../../templates/checks/S3.17.md" suffix(,)
0};

// templates/checks/S3.19.md b33e71d06cbc3f983f17265bc79d6454
static const unsigned char templates_2fchecks_2fS3_2e19_2emd[] = {
#embed "../../templates/checks/S3.19.md" suffix(,)
0};

// templates/checks/S3.2.md c22bcf58d7c17d202e6dac25b6692912
static const unsigned char templates_2fchecks_2fS3_2e2_2emd[] = {
#embed "../../templates/checks/S3.2.md" suffix(,)
0};

// templates/checks/S3.20.md 3e0247e0a16f8a1b822f70ee6f4f5966
static const unsigned char templates_2fchecks_2fS3_2e20_2emd[] = {
#embed "../../templates/checks/S3.20.md" suffix(,)
0};

// templates/checks/S3.24.md 356784848a1802062e392a4cd0cf869b
static const unsigned char templates_2fchecks_2fS3_2e24_2emd[] = {
#embed "../../templates/checks/S3.24.md" suffix(,)
0};

// templates/checks/S3.3.md 71d207fb61a24315213b26ba07a1f057
static const unsigned char templates_2fchecks_2fS3_2e3_2emd[] = {
#embed "../../templates/checks/S3.3.md" suffix(,)
0};

// templates/checks/S3.4.md c884e2e6eb1068cbb69d3ccf3543d565
static const unsigned char templates_2fchecks_2fS3_2e4_2emd[] = {
#embed "../../templates/checks/S3.4.md" suffix(,)
0};

// templates/checks/S3.5.md b807ade3620748ad5052b59524fc5074
static const unsigned char templates_2fchecks_2fS3_2e5_2emd[] = {
#embed "../../templates/checks/S3.5.md" suffix(,)
0};

// templates/checks/S3.6.md 375b9ffc2b0bfdd02d443528eefa5b33
static const unsigned char templates_2fchecks_2fS3_2e6_2emd[] = {
#embed "../../templates/checks/S3.6.md" suffix(,)
0};

// templates/checks/S3.8.md 17d122b531ddc6071d6e143f47054937
static const unsigned char templates_2fchecks_2fS3_2e8_2emd[] = {
#embed "../../templates/checks/S3.8.md" suffix(,)
0};

// templates/checks/S3.9.md 2517d9123cf054b0a4beb8640122ec48
static const unsigned char templates_2fchecks_2fS3_2e9_2emd[] = {
#embed "../../templates/checks/S3.9.md" suffix(,)
0};

// templates/checks/SSM.1.md 8ddae3caa265536d856d61e5f9b74f31
static const unsigned char templates_2fchecks_2fSSM_2e1_2emd[] = {
#embed "../../templates/checks/SSM.1.md" suffix(,)
0};

// templates/checks/SSM.2.md 4f3df5154c448d30428b54d228c048bc
static const unsigned char templates_2fchecks_2fSSM_2e2_2emd[] = {
#embed "../../templates/checks/SSM.2.md" suffix(,)
0};

// templates/checks/SSM.3.md 874b1800bbcc21b4fe1a75c52e968ee4
static const unsigned char templates_2fchecks_2fSSM_2e3_2emd[] = {
#embed "../../templates/checks/SSM.3.md" suffix(,)
0};

// templates/checks/SSM.4.md 1543ce49c9ed6982518259933a9a2b75
static const unsigned char templates_2fchecks_2fSSM_2e4_2emd[] = {
#embed "../../templates/checks/SSM.4.md" suffix(,)
0};

// templates/checks/SecretsManager.1.md be33f09eb269fd53d815b9436cff377a
static const unsigned char templates_2fchecks_2fSecretsManager_2e1_2emd[] = {
#embed "../../templates/checks/SecretsManager.1.md" suffix(,)
0};

// templates/checks/SecretsManager.2.md edb1f3699ab4fe3978e05796a1974445
static const unsigned char templates_2fchecks_2fSecretsManager_2e2_2emd[] = {
#embed "../../templates/checks/SecretsManager.2.md" suffix(,)
0};

// templates/checks/SecretsManager.3.md e882a2288a4fbdbc42c121cbbb7ae43f
static const unsigned char templates_2fchecks_2fSecretsManager_2e3_2emd[] = {
#embed "../../templates/checks/SecretsManager.3.md" suffix(,)
0};

// templates/checks/SecretsManager.4.md 2a71e54861afa556db93fbe9cfc6596f
static const unsigned char templates_2fchecks_2fSecretsManager_2e4_2emd[] = {
#embed "../../templates/checks/SecretsManager.4.md" suffix(,)
0};

// templates/checks/TA.HCP4007jGY.md 6e6e5c8e51e9a6dad19739c9cb37c4e7
static const unsigned char templates_2fchecks_2fTA_2eHCP4007jGY_2emd[] = {
#embed "../../templates/checks/TA.HCP4007jGY.md" suffix(,)
0};

// templates/checks/TA.Pfx0RwqBli.md 2510d69691acde86f7021788632a3698
static const unsigned char templates_2fchecks_2fTA_2ePfx0RwqBli_2emd[] = {
#embed "../../templates/checks/TA.Pfx0RwqBli.md" suffix(,)
0};

// templates/checks/TA.ePs02jT06w.md d994f909efe4a7f6f2814a596c0da95f
static const unsigned char templates_2fchecks_2fTA_2eePs02jT06w_2emd[] = {
#embed "../../templates/checks/TA.ePs02jT06w.md" suffix(,)
0};

// templates/checks/TA.zXCkfM1nI3.md fd73f8ac726612a4c31700c2b283e59f
static const unsigned char templates_2fchecks_2fTA_2ezXCkfM1nI3_2emd[] = {
#embed "../../templates/checks/TA.zXCkfM1nI3.md" suffix(,)
0};

// templates/checks/WAF.10.md 77fadd5f781b9cc5304118358b93b7dd
static const unsigned char templates_2fchecks_2fWAF_2e10_2emd[] = {
#embed "../../templates/checks/WAF.10.md" suffix(,)
0};

// templates/lens/security-objectives.json 870b3a13b1e271ef7719638434086610
static const unsigned char templates_2flens_2fsecurity_2dobjectives_2ejson[] = {
#embed "../../templates/lens/security-objectives.json" suffix(,)
0};

// templates/mappings/controls.json 687d34d726103acc1cb19da0b2e3f659
static const unsigned char templates_2fmappings_2fcontrols_2ejson[] = {
#embed "../../templates/mappings/controls.json" suffix(,)
0};

// templates/mappings/generator-ids.json cc9bd1f9146f01ff573fba93150d9601
static const unsigned char templates_2fmappings_2fgenerator_2dids_2ejson[] = {
#embed "../../templates/mappings/generator-ids.json" suffix(,)
0};

// templates/mappings/regional-availability.json 28399ce1aabba987e0cdf43ef8a0edf4
static const unsigned char templates_2fmappings_2fregional_2davailability_2ejson[] = {
#embed "../../templates/mappings/regional-availability.json" suffix(,)
0};

// templates/mappings/standards.yaml cab8e4836e9c2982e193699469f8488e
static const unsigned char templates_2fmappings_2fstandards_2eyaml[] = {
#embed "../../templates/mappings/standards.yaml" suffix(,)
0};

// templates/mappings/trusted-advisor.yaml 4d92ea7a0f699cd25a463a2a36a25fa5
static const unsigned char templates_2fmappings_2ftrusted_2dadvisor_2eyaml[] = {
#embed "../../templates/mappings/trusted-advisor.yaml" suffix(,)
0};

// templates/objectives/so-1.md 64f0d8465a41540f7bba57bdf7b7387e
static const unsigned char templates_2fobjectives_2fso_2d1_2emd[] = {
#embed "../../templates/objectives/so-1.md" suffix(,)
0};

// templates/objectives/so-2.md c6c1fbe56b8a89769bc32b7efc32aa2a
static const unsigned char templates_2fobjectives_2fso_2d2_2emd[] = {
#embed "../../templates/objectives/so-2.md" suffix(,)
0};

// templates/objectives/so-3.md 4340b54826e18a409a48141bf3e7959f
static const unsigned char templates_2fobjectives_2fso_2d3_2emd[] = {
#embed "../../templates/objectives/so-3.md" suffix(,)
0};

// templates/objectives/so-4.md 087963849c66ac08d21921f91be12a62
static const unsigned char templates_2fobjectives_2fso_2d4_2emd[] = {
#embed "../../templates/objectives/so-4.md" suffix(,)
0};

// templates/objectives/so-5.md cbc0e8b17337748a1ddf33b459d111db
static const unsigned char templates_2fobjectives_2fso_2d5_2emd[] = {
#embed "../../templates/objectives/so-5.md" suffix(,)
0};

// templates/objectives/so-6.md 6bea0c9fd84564bb4c4f51f4641c892e
static const unsigned char templates_2fobjectives_2fso_2d6_2emd[] = {
#embed "../../templates/objectives/so-6.md" suffix(,)
0};

// templates/objectives/so-7.md 8674b83543efdaaf691c6beed749d9b5
static const unsigned char templates_2fobjectives_2fso_2d7_2emd[] = {
#embed "../../templates/objectives/so-7.md" suffix(,)
0};

// templates/objectives/so-8.md c33f5c51a7653623231b61e063d6576c
static const unsigned char templates_2fobjectives_2fso_2d8_2emd[] = {
#embed "../../templates/objectives/so-8.md" suffix(,)
0};

// templates/pages/objective.md.mustache 40f3c025902ce145926862084cd21ce1
static const unsigned char templates_2fpages_2fobjective_2emd_2emustache[] = {
#embed "../../templates/pages/objective.md.mustache" suffix(,)
0};

// templates/pages/page.mustache 04db47f2f59f83cdd66527defbd1c7a3
static const unsigned char templates_2fpages_2fpage_2emustache[] = {
#embed "../../templates/pages/page.mustache" suffix(,)
0};

// templates/pages/single-file.css 5cb35083e1fd7ed4a3c4717d1fb5cf7b
static const unsigned char templates_2fpages_2fsingle_2dfile_2ecss[] = {
#embed "../../templates/pages/single-file.css" suffix(,)
0};

// templates/sample/README.md de5c783dcaf25498ca4b3c09815a31a7
static const unsigned char templates_2fsample_2fREADME_2emd[] = {
#embed "../../templates/sample/README.md" suffix(,)
0};

// templates/sample/answers/so-1.yaml 21d625490c72a9d274ff4aee63e6de79
static const unsigned char templates_2fsample_2fanswers_2fso_2d1_2eyaml[] = {
#embed "../../templates/sample/answers/so-1.yaml" suffix(,)
0};

// templates/sample/answers/so-2.yaml d2b9ba8152ecd08729c529a98ed6ca6b
static const unsigned char templates_2fsample_2fanswers_2fso_2d2_2eyaml[] = {
#embed "../../templates/sample/answers/so-2.yaml" suffix(,)
0};

// templates/sample/answers/so-3.yaml 6146a9ee09788d158a69ccbe30b457a3
static const unsigned char templates_2fsample_2fanswers_2fso_2d3_2eyaml[] = {
#embed "../../templates/sample/answers/so-3.yaml" suffix(,)
0};

// templates/sample/answers/so-4.yaml b51383af72068ac2e86fccc5a4622a00
static const unsigned char templates_2fsample_2fanswers_2fso_2d4_2eyaml[] = {
#embed "../../templates/sample/answers/so-4.yaml" suffix(,)
0};

// templates/sample/answers/so-5.yaml 406d71832863c76ba5951f10cec2d8c0
static const unsigned char templates_2fsample_2fanswers_2fso_2d5_2eyaml[] = {
#embed "../../templates/sample/answers/so-5.yaml" suffix(,)
0};

// templates/sample/answers/so-6.yaml 4888f1258a2b4cf2f32e2a1cdc80d5d9
static const unsigned char templates_2fsample_2fanswers_2fso_2d6_2eyaml[] = {
#embed "../../templates/sample/answers/so-6.yaml" suffix(,)
0};

// templates/sample/answers/so-7.yaml f9f45a79d3d4b3e2f03b7c575c41a109
static const unsigned char templates_2fsample_2fanswers_2fso_2d7_2eyaml[] = {
#embed "../../templates/sample/answers/so-7.yaml" suffix(,)
0};

// templates/sample/answers/so-8.yaml 350fae0aaddf3524c9c7599c4c5b9bf8
static const unsigned char templates_2fsample_2fanswers_2fso_2d8_2eyaml[] = {
#embed "../../templates/sample/answers/so-8.yaml" suffix(,)
0};

// templates/sample/assessment.yaml f2a9c2ad4aa923cbaebf5c3696bf8bfb
static const unsigned char templates_2fsample_2fassessment_2eyaml[] = {
#embed "../../templates/sample/assessment.yaml" suffix(,)
0};

// templates/sample/evidence/config/production-eu-central-1-s3-ssl.json ec98c265546e0ef95fb3469ac540cd80
static const unsigned char templates_2fsample_2fevidence_2fconfig_2fproduction_2deu_2dcentral_2d1_2ds3_2dssl_2ejson[] = {
#embed "../../templates/sample/evidence/config/production-eu-central-1-s3-ssl.json" suffix(,)
0};

// templates/sample/evidence/config/production-us-east-1-s3-ssl.json c25992de10b800d89a40628ea4509287
static const unsigned char templates_2fsample_2fevidence_2fconfig_2fproduction_2dus_2deast_2d1_2ds3_2dssl_2ejson[] = {
#embed "../../templates/sample/evidence/config/production-us-east-1-s3-ssl.json" suffix(,)
0};

// templates/sample/evidence/organisation/accounts-2026-11-19.json 7f43671c4bd6a98b5825e5a3ba8aea20
static const unsigned char templates_2fsample_2fevidence_2forganisation_2faccounts_2d2026_2d11_2d19_2ejson[] = {
#embed "../../templates/sample/evidence/organisation/accounts-2026-11-19.json" suffix(,)
0};

// templates/sample/evidence/prowler/lab-2026-11-18.ocsf.json 294209d65e8399523e1e81a6d3c66e40
static const unsigned char templates_2fsample_2fevidence_2fprowler_2flab_2d2026_2d11_2d18_2eocsf_2ejson[] = {
#embed "../../templates/sample/evidence/prowler/lab-2026-11-18.ocsf.json" suffix(,)
0};

// templates/sample/evidence/security-hub/event-2026-11-19.json 31a06891031fdd20aca97d21527a9370
static const unsigned char templates_2fsample_2fevidence_2fsecurity_2dhub_2fevent_2d2026_2d11_2d19_2ejson[] = {
#embed "../../templates/sample/evidence/security-hub/event-2026-11-19.json" suffix(,)
0};

// templates/sample/evidence/security-hub/lab-2026-10-06.ndjson 49d97ef594c0928c66f21eb67d10a4b6
static const unsigned char templates_2fsample_2fevidence_2fsecurity_2dhub_2flab_2d2026_2d10_2d06_2endjson[] = {
#embed "../../templates/sample/evidence/security-hub/lab-2026-10-06.ndjson" suffix(,)
0};

// templates/sample/evidence/security-hub/organisation-2026-11-19.json 2b707302cb32fff616f6d378c1a65208
static const unsigned char templates_2fsample_2fevidence_2fsecurity_2dhub_2forganisation_2d2026_2d11_2d19_2ejson[] = {
#embed "../../templates/sample/evidence/security-hub/organisation-2026-11-19.json" suffix(,)
0};

// templates/sample/evidence/security-hub/production-2026-08-20.json b99cc2611d2f486040478fd98efc8b60
static const unsigned char templates_2fsample_2fevidence_2fsecurity_2dhub_2fproduction_2d2026_2d08_2d20_2ejson[] = {
#embed "../../templates/sample/evidence/security-hub/production-2026-08-20.json" suffix(,)
0};

// templates/sample/evidence/standards/lab-eu-central-1.json 17cd75bf709af491b78fa5ff9383e096
static const unsigned char templates_2fsample_2fevidence_2fstandards_2flab_2deu_2dcentral_2d1_2ejson[] = {
#embed "../../templates/sample/evidence/standards/lab-eu-central-1.json" suffix(,)
0};

// templates/sample/evidence/standards/lab-eu-west-1.json 78f485580617cdf47506f37df336aa08
static const unsigned char templates_2fsample_2fevidence_2fstandards_2flab_2deu_2dwest_2d1_2ejson[] = {
#embed "../../templates/sample/evidence/standards/lab-eu-west-1.json" suffix(,)
0};

// templates/sample/evidence/standards/lab-us-east-1.json 08a1bc877e530e418ab600c61ab2bda8
static const unsigned char templates_2fsample_2fevidence_2fstandards_2flab_2dus_2deast_2d1_2ejson[] = {
#embed "../../templates/sample/evidence/standards/lab-us-east-1.json" suffix(,)
0};

// templates/sample/evidence/standards/lab-us-west-2.json 905ddb94d6391451c08a9a543e129a55
static const unsigned char templates_2fsample_2fevidence_2fstandards_2flab_2dus_2dwest_2d2_2ejson[] = {
#embed "../../templates/sample/evidence/standards/lab-us-west-2.json" suffix(,)
0};

// templates/sample/evidence/standards/production-eu-central-1.json 92191db40f5c6fc75c40457700dfa414
static const unsigned char templates_2fsample_2fevidence_2fstandards_2fproduction_2deu_2dcentral_2d1_2ejson[] = {
#embed "../../templates/sample/evidence/standards/production-eu-central-1.json" suffix(,)
0};

// templates/sample/evidence/standards/production-eu-west-1.json bbe2f8dbb75308068a7d0af927608d11
static const unsigned char templates_2fsample_2fevidence_2fstandards_2fproduction_2deu_2dwest_2d1_2ejson[] = {
#embed "../../templates/sample/evidence/standards/production-eu-west-1.json" suffix(,)
0};

// templates/sample/evidence/standards/production-us-east-1.json 8437db84471004f318cc17f4465af2af
static const unsigned char templates_2fsample_2fevidence_2fstandards_2fproduction_2dus_2deast_2d1_2ejson[] = {
#embed "../../templates/sample/evidence/standards/production-us-east-1.json" suffix(,)
0};

// templates/sample/evidence/standards/production-us-west-2.json d8a92e0cdcdb9e481c0be0377818eedf
static const unsigned char templates_2fsample_2fevidence_2fstandards_2fproduction_2dus_2dwest_2d2_2ejson[] = {
#embed "../../templates/sample/evidence/standards/production-us-west-2.json" suffix(,)
0};

// templates/sample/evidence/standards/staging-eu-central-1.json 9353b7f3fe02c5284072f9a88e2764ea
static const unsigned char templates_2fsample_2fevidence_2fstandards_2fstaging_2deu_2dcentral_2d1_2ejson[] = {
#embed "../../templates/sample/evidence/standards/staging-eu-central-1.json" suffix(,)
0};

// templates/sample/evidence/standards/staging-eu-west-1.json 7d9897dc40576cf57945510dc5cb9987
static const unsigned char templates_2fsample_2fevidence_2fstandards_2fstaging_2deu_2dwest_2d1_2ejson[] = {
#embed "../../templates/sample/evidence/standards/staging-eu-west-1.json" suffix(,)
0};

// templates/sample/evidence/standards/staging-us-east-1.json 7f6c72e2c40630a714469f56cf572c39
static const unsigned char templates_2fsample_2fevidence_2fstandards_2fstaging_2dus_2deast_2d1_2ejson[] = {
#embed "../../templates/sample/evidence/standards/staging-us-east-1.json" suffix(,)
0};

// templates/sample/evidence/standards/staging-us-west-2.json 6b0b600afca67fef0223b6e42f6a1a06
static const unsigned char templates_2fsample_2fevidence_2fstandards_2fstaging_2dus_2dwest_2d2_2ejson[] = {
#embed "../../templates/sample/evidence/standards/staging-us-west-2.json" suffix(,)
0};

// templates/sample/evidence/supporting/anomaly-monitors.json 2a470168deb728b9abed33de090c140e
static const unsigned char templates_2fsample_2fevidence_2fsupporting_2fanomaly_2dmonitors_2ejson[] = {
#embed "../../templates/sample/evidence/supporting/anomaly-monitors.json" suffix(,)
0};

// templates/sample/evidence/supporting/default-vpcs-production-eu-central-1.json 0674ac14e6a57de7e8fab7b6069cb400
static const unsigned char templates_2fsample_2fevidence_2fsupporting_2fdefault_2dvpcs_2dproduction_2deu_2dcentral_2d1_2ejson[] = {
#embed "../../templates/sample/evidence/supporting/default-vpcs-production-eu-central-1.json" suffix(,)
0};

// templates/sample/evidence/trusted-advisor.yaml 20a8539a5093e3284ffa47e41479ff45
static const unsigned char templates_2fsample_2fevidence_2ftrusted_2dadvisor_2eyaml[] = {
#embed "../../templates/sample/evidence/trusted-advisor.yaml" suffix(,)
0};

// templates/sample/exceptions.yaml 39bc087f5324b3e79de2d89fcedbeb2f
static const unsigned char templates_2fsample_2fexceptions_2eyaml[] = {
#embed "../../templates/sample/exceptions.yaml" suffix(,)
0};

// templates/sample/notes/so-2.md 8082e458b4bfda5b2885149e988c9de0
static const unsigned char templates_2fsample_2fnotes_2fso_2d2_2emd[] = {
#embed "../../templates/sample/notes/so-2.md" suffix(,)
0};

// templates/sample/notes/so-3.md 84418d7e30c09b3e929b6043d0ec2c7b
static const unsigned char templates_2fsample_2fnotes_2fso_2d3_2emd[] = {
#embed "../../templates/sample/notes/so-3.md" suffix(,)
0};

// templates/sample/notes/so-5.md 9ab6be2b07da00265d484f913376e0df
static const unsigned char templates_2fsample_2fnotes_2fso_2d5_2emd[] = {
#embed "../../templates/sample/notes/so-5.md" suffix(,)
0};

// templates/sample/notes/so-6.md bef6ab7476bcf7b98c5f69deee3f02d3
static const unsigned char templates_2fsample_2fnotes_2fso_2d6_2emd[] = {
#embed "../../templates/sample/notes/so-6.md" suffix(,)
0};

// templates/sample/notes/so-7.md 2806ecdc8f954ab2c1a4e59ac89b261e
static const unsigned char templates_2fsample_2fnotes_2fso_2d7_2emd[] = {
#embed "../../templates/sample/notes/so-7.md" suffix(,)
0};

// templates/sample/notes/so-8.md 57b337d33364cd2c794e00c8d4a2b277
static const unsigned char templates_2fsample_2fnotes_2fso_2d8_2emd[] = {
#embed "../../templates/sample/notes/so-8.md" suffix(,)
0};

// templates/sample/notes/summary.md 10adb35b2ad4832be832c468c77df037
static const unsigned char templates_2fsample_2fnotes_2fsummary_2emd[] = {
#embed "../../templates/sample/notes/summary.md" suffix(,)
0};

// templates/skeleton/answers/answers.yaml d3355b2b8e5e7daf35171336614c930b
static const unsigned char templates_2fskeleton_2fanswers_2fanswers_2eyaml[] = {
#embed "../../templates/skeleton/answers/answers.yaml" suffix(,)
0};

// templates/skeleton/assessment.yaml 8ae01617e605100c427df2f2e8e42166
static const unsigned char templates_2fskeleton_2fassessment_2eyaml[] = {
#embed "../../templates/skeleton/assessment.yaml" suffix(,)
0};

// templates/skeleton/evidence/README.md e7c8a4e95340c2f43f56ae07443eb9bd
static const unsigned char templates_2fskeleton_2fevidence_2fREADME_2emd[] = {
#embed "../../templates/skeleton/evidence/README.md" suffix(,)
0};

// templates/skeleton/evidence/trusted-advisor.yaml 01e558484aa62cc70340c8a42030ccd2
static const unsigned char templates_2fskeleton_2fevidence_2ftrusted_2dadvisor_2eyaml[] = {
#embed "../../templates/skeleton/evidence/trusted-advisor.yaml" suffix(,)
0};

// templates/skeleton/exceptions.yaml 4e91005d7bf64eb721957c3b9fcbb212
static const unsigned char templates_2fskeleton_2fexceptions_2eyaml[] = {
#embed "../../templates/skeleton/exceptions.yaml" suffix(,)
0};

// templates/skeleton/notes/README.md 9ad37b1d42a3d1d024cff07581d811d9
static const unsigned char templates_2fskeleton_2fnotes_2fREADME_2emd[] = {
#embed "../../templates/skeleton/notes/README.md" suffix(,)
0};

static const SiteFile files[] = {
    FILE_AT("assets/answers.js", assets_2fanswers_2ejs),
    FILE_AT("assets/explorer-csv.js", assets_2fexplorer_2dcsv_2ejs),
    FILE_AT("assets/explorer-filters.js", assets_2fexplorer_2dfilters_2ejs),
    FILE_AT("assets/explorer-keys.js", assets_2fexplorer_2dkeys_2ejs),
    FILE_AT("assets/explorer-lines.js", assets_2fexplorer_2dlines_2ejs),
    FILE_AT("assets/explorer-moves.js", assets_2fexplorer_2dmoves_2ejs),
    FILE_AT("assets/explorer-order.js", assets_2fexplorer_2dorder_2ejs),
    FILE_AT("assets/explorer-parts.js", assets_2fexplorer_2dparts_2ejs),
    FILE_AT("assets/explorer-rows.js", assets_2fexplorer_2drows_2ejs),
    FILE_AT("assets/explorer-search.js", assets_2fexplorer_2dsearch_2ejs),
    FILE_AT("assets/explorer-table.js", assets_2fexplorer_2dtable_2ejs),
    FILE_AT("assets/explorer-view.js", assets_2fexplorer_2dview_2ejs),
    FILE_AT("assets/explorer.js", assets_2fexplorer_2ejs),
    FILE_AT("assets/icon.svg", assets_2ficon_2esvg),
    FILE_AT("assets/plan.js", assets_2fplan_2ejs),
    FILE_AT("assets/questionnaire-paper.js", assets_2fquestionnaire_2dpaper_2ejs),
    FILE_AT("assets/questionnaire.js", assets_2fquestionnaire_2ejs),
    FILE_AT("assets/site.css", assets_2fsite_2ecss),
    FILE_AT("assets/site.js", assets_2fsite_2ejs),
    FILE_AT("templates/checks/APIGateway.4.md", templates_2fchecks_2fAPIGateway_2e4_2emd),
    FILE_AT("templates/checks/Account.1.md", templates_2fchecks_2fAccount_2e1_2emd),
    FILE_AT("templates/checks/Account.2.md", templates_2fchecks_2fAccount_2e2_2emd),
    FILE_AT("templates/checks/CloudFront.10.md", templates_2fchecks_2fCloudFront_2e10_2emd),
    FILE_AT("templates/checks/CloudFront.12.md", templates_2fchecks_2fCloudFront_2e12_2emd),
    FILE_AT("templates/checks/CloudFront.13.md", templates_2fchecks_2fCloudFront_2e13_2emd),
    FILE_AT("templates/checks/CloudFront.2.md", templates_2fchecks_2fCloudFront_2e2_2emd),
    FILE_AT("templates/checks/CloudFront.3.md", templates_2fchecks_2fCloudFront_2e3_2emd),
    FILE_AT("templates/checks/CloudFront.6.md", templates_2fchecks_2fCloudFront_2e6_2emd),
    FILE_AT("templates/checks/CloudFront.9.md", templates_2fchecks_2fCloudFront_2e9_2emd),
    FILE_AT("templates/checks/CloudTrail.1.md", templates_2fchecks_2fCloudTrail_2e1_2emd),
    FILE_AT("templates/checks/CloudTrail.2.md", templates_2fchecks_2fCloudTrail_2e2_2emd),
    FILE_AT("templates/checks/CloudTrail.3.md", templates_2fchecks_2fCloudTrail_2e3_2emd),
    FILE_AT("templates/checks/CloudTrail.4.md", templates_2fchecks_2fCloudTrail_2e4_2emd),
    FILE_AT("templates/checks/CloudTrail.5.md", templates_2fchecks_2fCloudTrail_2e5_2emd),
    FILE_AT("templates/checks/CloudWatch.1.md", templates_2fchecks_2fCloudWatch_2e1_2emd),
    FILE_AT("templates/checks/CodeBuild.1.md", templates_2fchecks_2fCodeBuild_2e1_2emd),
    FILE_AT("templates/checks/CodeBuild.2.md", templates_2fchecks_2fCodeBuild_2e2_2emd),
    FILE_AT("templates/checks/Config.1.md", templates_2fchecks_2fConfig_2e1_2emd),
    FILE_AT("templates/checks/EC2.1.md", templates_2fchecks_2fEC2_2e1_2emd),
    FILE_AT("templates/checks/EC2.13.md", templates_2fchecks_2fEC2_2e13_2emd),
    FILE_AT("templates/checks/EC2.14.md", templates_2fchecks_2fEC2_2e14_2emd),
    FILE_AT("templates/checks/EC2.170.md", templates_2fchecks_2fEC2_2e170_2emd),
    FILE_AT("templates/checks/EC2.18.md", templates_2fchecks_2fEC2_2e18_2emd),
    FILE_AT("templates/checks/EC2.19.md", templates_2fchecks_2fEC2_2e19_2emd),
    FILE_AT("templates/checks/EC2.2.md", templates_2fchecks_2fEC2_2e2_2emd),
    FILE_AT("templates/checks/EC2.21.md", templates_2fchecks_2fEC2_2e21_2emd),
    FILE_AT("templates/checks/EC2.29.md", templates_2fchecks_2fEC2_2e29_2emd),
    FILE_AT("templates/checks/EC2.53.md", templates_2fchecks_2fEC2_2e53_2emd),
    FILE_AT("templates/checks/EC2.54.md", templates_2fchecks_2fEC2_2e54_2emd),
    FILE_AT("templates/checks/EC2.8.md", templates_2fchecks_2fEC2_2e8_2emd),
    FILE_AT("templates/checks/ECR.1.md", templates_2fchecks_2fECR_2e1_2emd),
    FILE_AT("templates/checks/ECS.8.md", templates_2fchecks_2fECS_2e8_2emd),
    FILE_AT("templates/checks/EKS.3.md", templates_2fchecks_2fEKS_2e3_2emd),
    FILE_AT("templates/checks/ELB.16.md", templates_2fchecks_2fELB_2e16_2emd),
    FILE_AT("templates/checks/GuardDuty.1.md", templates_2fchecks_2fGuardDuty_2e1_2emd),
    FILE_AT("templates/checks/IAM.1.md", templates_2fchecks_2fIAM_2e1_2emd),
    FILE_AT("templates/checks/IAM.10.md", templates_2fchecks_2fIAM_2e10_2emd),
    FILE_AT("templates/checks/IAM.11.md", templates_2fchecks_2fIAM_2e11_2emd),
    FILE_AT("templates/checks/IAM.12.md", templates_2fchecks_2fIAM_2e12_2emd),
    FILE_AT("templates/checks/IAM.13.md", templates_2fchecks_2fIAM_2e13_2emd),
    FILE_AT("templates/checks/IAM.14.md", templates_2fchecks_2fIAM_2e14_2emd),
    FILE_AT("templates/checks/IAM.15.md", templates_2fchecks_2fIAM_2e15_2emd),
    FILE_AT("templates/checks/IAM.16.md", templates_2fchecks_2fIAM_2e16_2emd),
    FILE_AT("templates/checks/IAM.17.md", templates_2fchecks_2fIAM_2e17_2emd),
    FILE_AT("templates/checks/IAM.18.md", templates_2fchecks_2fIAM_2e18_2emd),
    FILE_AT("templates/checks/IAM.19.md", templates_2fchecks_2fIAM_2e19_2emd),
    FILE_AT("templates/checks/IAM.2.md", templates_2fchecks_2fIAM_2e2_2emd),
    FILE_AT("templates/checks/IAM.20.md", templates_2fchecks_2fIAM_2e20_2emd),
    FILE_AT("templates/checks/IAM.21.md", templates_2fchecks_2fIAM_2e21_2emd),
    FILE_AT("templates/checks/IAM.22.md", templates_2fchecks_2fIAM_2e22_2emd),
    FILE_AT("templates/checks/IAM.27.md", templates_2fchecks_2fIAM_2e27_2emd),
    FILE_AT("templates/checks/IAM.28.md", templates_2fchecks_2fIAM_2e28_2emd),
    FILE_AT("templates/checks/IAM.3.md", templates_2fchecks_2fIAM_2e3_2emd),
    FILE_AT("templates/checks/IAM.4.md", templates_2fchecks_2fIAM_2e4_2emd),
    FILE_AT("templates/checks/IAM.5.md", templates_2fchecks_2fIAM_2e5_2emd),
    FILE_AT("templates/checks/IAM.6.md", templates_2fchecks_2fIAM_2e6_2emd),
    FILE_AT("templates/checks/IAM.7.md", templates_2fchecks_2fIAM_2e7_2emd),
    FILE_AT("templates/checks/IAM.8.md", templates_2fchecks_2fIAM_2e8_2emd),
    FILE_AT("templates/checks/IAM.9.md", templates_2fchecks_2fIAM_2e9_2emd),
    FILE_AT("templates/checks/Inspector.1.md", templates_2fchecks_2fInspector_2e1_2emd),
    FILE_AT("templates/checks/Inspector.2.md", templates_2fchecks_2fInspector_2e2_2emd),
    FILE_AT("templates/checks/Inspector.3.md", templates_2fchecks_2fInspector_2e3_2emd),
    FILE_AT("templates/checks/Inspector.4.md", templates_2fchecks_2fInspector_2e4_2emd),
    FILE_AT("templates/checks/KMS.1.md", templates_2fchecks_2fKMS_2e1_2emd),
    FILE_AT("templates/checks/KMS.2.md", templates_2fchecks_2fKMS_2e2_2emd),
    FILE_AT("templates/checks/RDS.1.md", templates_2fchecks_2fRDS_2e1_2emd),
    FILE_AT("templates/checks/RDS.10.md", templates_2fchecks_2fRDS_2e10_2emd),
    FILE_AT("templates/checks/RDS.12.md", templates_2fchecks_2fRDS_2e12_2emd),
    FILE_AT("templates/checks/RDS.18.md", templates_2fchecks_2fRDS_2e18_2emd),
    FILE_AT("templates/checks/RDS.2.md", templates_2fchecks_2fRDS_2e2_2emd),
    FILE_AT("templates/checks/S3.1.md", templates_2fchecks_2fS3_2e1_2emd),
    FILE_AT("templates/checks/S3.10.md", templates_2fchecks_2fS3_2e10_2emd),
    FILE_AT("templates/checks/S3.11.md", templates_2fchecks_2fS3_2e11_2emd),
    FILE_AT("templates/checks/S3.12.md", templates_2fchecks_2fS3_2e12_2emd),
    FILE_AT("templates/checks/S3.13.md", templates_2fchecks_2fS3_2e13_2emd),
    FILE_AT("templates/checks/S3.14.md", templates_2fchecks_2fS3_2e14_2emd),
    FILE_AT("templates/checks/S3.15.md", templates_2fchecks_2fS3_2e15_2emd),
    FILE_AT("templates/checks/S3.17.md", templates_2fchecks_2fS3_2e17_2emd),
    FILE_AT("templates/checks/S3.19.md", templates_2fchecks_2fS3_2e19_2emd),
    FILE_AT("templates/checks/S3.2.md", templates_2fchecks_2fS3_2e2_2emd),
    FILE_AT("templates/checks/S3.20.md", templates_2fchecks_2fS3_2e20_2emd),
    FILE_AT("templates/checks/S3.24.md", templates_2fchecks_2fS3_2e24_2emd),
    FILE_AT("templates/checks/S3.3.md", templates_2fchecks_2fS3_2e3_2emd),
    FILE_AT("templates/checks/S3.4.md", templates_2fchecks_2fS3_2e4_2emd),
    FILE_AT("templates/checks/S3.5.md", templates_2fchecks_2fS3_2e5_2emd),
    FILE_AT("templates/checks/S3.6.md", templates_2fchecks_2fS3_2e6_2emd),
    FILE_AT("templates/checks/S3.8.md", templates_2fchecks_2fS3_2e8_2emd),
    FILE_AT("templates/checks/S3.9.md", templates_2fchecks_2fS3_2e9_2emd),
    FILE_AT("templates/checks/SSM.1.md", templates_2fchecks_2fSSM_2e1_2emd),
    FILE_AT("templates/checks/SSM.2.md", templates_2fchecks_2fSSM_2e2_2emd),
    FILE_AT("templates/checks/SSM.3.md", templates_2fchecks_2fSSM_2e3_2emd),
    FILE_AT("templates/checks/SSM.4.md", templates_2fchecks_2fSSM_2e4_2emd),
    FILE_AT("templates/checks/SecretsManager.1.md", templates_2fchecks_2fSecretsManager_2e1_2emd),
    FILE_AT("templates/checks/SecretsManager.2.md", templates_2fchecks_2fSecretsManager_2e2_2emd),
    FILE_AT("templates/checks/SecretsManager.3.md", templates_2fchecks_2fSecretsManager_2e3_2emd),
    FILE_AT("templates/checks/SecretsManager.4.md", templates_2fchecks_2fSecretsManager_2e4_2emd),
    FILE_AT("templates/checks/TA.HCP4007jGY.md", templates_2fchecks_2fTA_2eHCP4007jGY_2emd),
    FILE_AT("templates/checks/TA.Pfx0RwqBli.md", templates_2fchecks_2fTA_2ePfx0RwqBli_2emd),
    FILE_AT("templates/checks/TA.ePs02jT06w.md", templates_2fchecks_2fTA_2eePs02jT06w_2emd),
    FILE_AT("templates/checks/TA.zXCkfM1nI3.md", templates_2fchecks_2fTA_2ezXCkfM1nI3_2emd),
    FILE_AT("templates/checks/WAF.10.md", templates_2fchecks_2fWAF_2e10_2emd),
    FILE_AT("templates/lens/security-objectives.json", templates_2flens_2fsecurity_2dobjectives_2ejson),
    FILE_AT("templates/mappings/controls.json", templates_2fmappings_2fcontrols_2ejson),
    FILE_AT("templates/mappings/generator-ids.json", templates_2fmappings_2fgenerator_2dids_2ejson),
    FILE_AT("templates/mappings/regional-availability.json", templates_2fmappings_2fregional_2davailability_2ejson),
    FILE_AT("templates/mappings/standards.yaml", templates_2fmappings_2fstandards_2eyaml),
    FILE_AT("templates/mappings/trusted-advisor.yaml", templates_2fmappings_2ftrusted_2dadvisor_2eyaml),
    FILE_AT("templates/objectives/so-1.md", templates_2fobjectives_2fso_2d1_2emd),
    FILE_AT("templates/objectives/so-2.md", templates_2fobjectives_2fso_2d2_2emd),
    FILE_AT("templates/objectives/so-3.md", templates_2fobjectives_2fso_2d3_2emd),
    FILE_AT("templates/objectives/so-4.md", templates_2fobjectives_2fso_2d4_2emd),
    FILE_AT("templates/objectives/so-5.md", templates_2fobjectives_2fso_2d5_2emd),
    FILE_AT("templates/objectives/so-6.md", templates_2fobjectives_2fso_2d6_2emd),
    FILE_AT("templates/objectives/so-7.md", templates_2fobjectives_2fso_2d7_2emd),
    FILE_AT("templates/objectives/so-8.md", templates_2fobjectives_2fso_2d8_2emd),
    FILE_AT("templates/pages/objective.md.mustache", templates_2fpages_2fobjective_2emd_2emustache),
    FILE_AT("templates/pages/page.mustache", templates_2fpages_2fpage_2emustache),
    FILE_AT("templates/pages/single-file.css", templates_2fpages_2fsingle_2dfile_2ecss),
    FILE_AT("templates/sample/README.md", templates_2fsample_2fREADME_2emd),
    FILE_AT("templates/sample/answers/so-1.yaml", templates_2fsample_2fanswers_2fso_2d1_2eyaml),
    FILE_AT("templates/sample/answers/so-2.yaml", templates_2fsample_2fanswers_2fso_2d2_2eyaml),
    FILE_AT("templates/sample/answers/so-3.yaml", templates_2fsample_2fanswers_2fso_2d3_2eyaml),
    FILE_AT("templates/sample/answers/so-4.yaml", templates_2fsample_2fanswers_2fso_2d4_2eyaml),
    FILE_AT("templates/sample/answers/so-5.yaml", templates_2fsample_2fanswers_2fso_2d5_2eyaml),
    FILE_AT("templates/sample/answers/so-6.yaml", templates_2fsample_2fanswers_2fso_2d6_2eyaml),
    FILE_AT("templates/sample/answers/so-7.yaml", templates_2fsample_2fanswers_2fso_2d7_2eyaml),
    FILE_AT("templates/sample/answers/so-8.yaml", templates_2fsample_2fanswers_2fso_2d8_2eyaml),
    FILE_AT("templates/sample/assessment.yaml", templates_2fsample_2fassessment_2eyaml),
    FILE_AT("templates/sample/evidence/config/production-eu-central-1-s3-ssl.json", templates_2fsample_2fevidence_2fconfig_2fproduction_2deu_2dcentral_2d1_2ds3_2dssl_2ejson),
    FILE_AT("templates/sample/evidence/config/production-us-east-1-s3-ssl.json", templates_2fsample_2fevidence_2fconfig_2fproduction_2dus_2deast_2d1_2ds3_2dssl_2ejson),
    FILE_AT("templates/sample/evidence/organisation/accounts-2026-11-19.json", templates_2fsample_2fevidence_2forganisation_2faccounts_2d2026_2d11_2d19_2ejson),
    FILE_AT("templates/sample/evidence/prowler/lab-2026-11-18.ocsf.json", templates_2fsample_2fevidence_2fprowler_2flab_2d2026_2d11_2d18_2eocsf_2ejson),
    FILE_AT("templates/sample/evidence/security-hub/event-2026-11-19.json", templates_2fsample_2fevidence_2fsecurity_2dhub_2fevent_2d2026_2d11_2d19_2ejson),
    FILE_AT("templates/sample/evidence/security-hub/lab-2026-10-06.ndjson", templates_2fsample_2fevidence_2fsecurity_2dhub_2flab_2d2026_2d10_2d06_2endjson),
    FILE_AT("templates/sample/evidence/security-hub/organisation-2026-11-19.json", templates_2fsample_2fevidence_2fsecurity_2dhub_2forganisation_2d2026_2d11_2d19_2ejson),
    FILE_AT("templates/sample/evidence/security-hub/production-2026-08-20.json", templates_2fsample_2fevidence_2fsecurity_2dhub_2fproduction_2d2026_2d08_2d20_2ejson),
    FILE_AT("templates/sample/evidence/standards/lab-eu-central-1.json", templates_2fsample_2fevidence_2fstandards_2flab_2deu_2dcentral_2d1_2ejson),
    FILE_AT("templates/sample/evidence/standards/lab-eu-west-1.json", templates_2fsample_2fevidence_2fstandards_2flab_2deu_2dwest_2d1_2ejson),
    FILE_AT("templates/sample/evidence/standards/lab-us-east-1.json", templates_2fsample_2fevidence_2fstandards_2flab_2dus_2deast_2d1_2ejson),
    FILE_AT("templates/sample/evidence/standards/lab-us-west-2.json", templates_2fsample_2fevidence_2fstandards_2flab_2dus_2dwest_2d2_2ejson),
    FILE_AT("templates/sample/evidence/standards/production-eu-central-1.json", templates_2fsample_2fevidence_2fstandards_2fproduction_2deu_2dcentral_2d1_2ejson),
    FILE_AT("templates/sample/evidence/standards/production-eu-west-1.json", templates_2fsample_2fevidence_2fstandards_2fproduction_2deu_2dwest_2d1_2ejson),
    FILE_AT("templates/sample/evidence/standards/production-us-east-1.json", templates_2fsample_2fevidence_2fstandards_2fproduction_2dus_2deast_2d1_2ejson),
    FILE_AT("templates/sample/evidence/standards/production-us-west-2.json", templates_2fsample_2fevidence_2fstandards_2fproduction_2dus_2dwest_2d2_2ejson),
    FILE_AT("templates/sample/evidence/standards/staging-eu-central-1.json", templates_2fsample_2fevidence_2fstandards_2fstaging_2deu_2dcentral_2d1_2ejson),
    FILE_AT("templates/sample/evidence/standards/staging-eu-west-1.json", templates_2fsample_2fevidence_2fstandards_2fstaging_2deu_2dwest_2d1_2ejson),
    FILE_AT("templates/sample/evidence/standards/staging-us-east-1.json", templates_2fsample_2fevidence_2fstandards_2fstaging_2dus_2deast_2d1_2ejson),
    FILE_AT("templates/sample/evidence/standards/staging-us-west-2.json", templates_2fsample_2fevidence_2fstandards_2fstaging_2dus_2dwest_2d2_2ejson),
    FILE_AT("templates/sample/evidence/supporting/anomaly-monitors.json", templates_2fsample_2fevidence_2fsupporting_2fanomaly_2dmonitors_2ejson),
    FILE_AT("templates/sample/evidence/supporting/default-vpcs-production-eu-central-1.json", templates_2fsample_2fevidence_2fsupporting_2fdefault_2dvpcs_2dproduction_2deu_2dcentral_2d1_2ejson),
    FILE_AT("templates/sample/evidence/trusted-advisor.yaml", templates_2fsample_2fevidence_2ftrusted_2dadvisor_2eyaml),
    FILE_AT("templates/sample/exceptions.yaml", templates_2fsample_2fexceptions_2eyaml),
    FILE_AT("templates/sample/notes/so-2.md", templates_2fsample_2fnotes_2fso_2d2_2emd),
    FILE_AT("templates/sample/notes/so-3.md", templates_2fsample_2fnotes_2fso_2d3_2emd),
    FILE_AT("templates/sample/notes/so-5.md", templates_2fsample_2fnotes_2fso_2d5_2emd),
    FILE_AT("templates/sample/notes/so-6.md", templates_2fsample_2fnotes_2fso_2d6_2emd),
    FILE_AT("templates/sample/notes/so-7.md", templates_2fsample_2fnotes_2fso_2d7_2emd),
    FILE_AT("templates/sample/notes/so-8.md", templates_2fsample_2fnotes_2fso_2d8_2emd),
    FILE_AT("templates/sample/notes/summary.md", templates_2fsample_2fnotes_2fsummary_2emd),
    FILE_AT("templates/skeleton/answers/answers.yaml", templates_2fskeleton_2fanswers_2fanswers_2eyaml),
    FILE_AT("templates/skeleton/assessment.yaml", templates_2fskeleton_2fassessment_2eyaml),
    FILE_AT("templates/skeleton/evidence/README.md", templates_2fskeleton_2fevidence_2fREADME_2emd),
    FILE_AT("templates/skeleton/evidence/trusted-advisor.yaml", templates_2fskeleton_2fevidence_2ftrusted_2dadvisor_2eyaml),
    FILE_AT("templates/skeleton/exceptions.yaml", templates_2fskeleton_2fexceptions_2eyaml),
    FILE_AT("templates/skeleton/notes/README.md", templates_2fskeleton_2fnotes_2fREADME_2emd),
};

const SiteFile *const site_files = files;
const size_t site_files_count = sizeof files / sizeof *files;
